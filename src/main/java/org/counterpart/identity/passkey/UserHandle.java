// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import java.nio.ByteBuffer;
import java.util.UUID;

/// How a device knows an account: by its random id and never by an address, which may go to somebody else.
final class UserHandle {
    private UserHandle() {}

    static byte[] of(UUID accountId) {
        return ByteBuffer.allocate(16)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array();
    }
}
