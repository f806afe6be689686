// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Bytes that a browser made and a browser will read; here they are kept, and nothing more. They travel as base64url
/// without padding, written in one way.
public final class Sealed {
    private final byte[] bytes;

    private Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Sealed of(byte[] bytes) {
        return new Sealed(bytes.clone());
    }

    /// @return empty unless it is written as it has to be
    public static Optional<Sealed> read(String text) {
        try {
            var read = new Sealed(Base64.getUrlDecoder().decode(text));
            return read.text().equals(text) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// How much it is, never what.
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
