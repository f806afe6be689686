// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, which every platform has.
final class Digest {
    private Digest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }
}
