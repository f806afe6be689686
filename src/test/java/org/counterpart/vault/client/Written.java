// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;

/// How values are written down: docs/security/keys.md, section 2.
public final class Written {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// Begins with what the bytes are.
    public static Written as(String label) {
        return new Written().raw(("counterpart/1/" + label + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /// Begins with nothing.
    public static Written plain() {
        return new Written();
    }

    public Written raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /// @param more of exactly this size
    public Written sized(int size, byte[] more) {
        if (more.length != size) {
            throw new Refused("length " + more.length + " for " + size);
        }
        return raw(more);
    }

    public Written number(int size, long value) {
        for (var at = size - 1; at >= 0; at--) {
            bytes.write((int) (value >>> (8 * at)));
        }
        return this;
    }

    public Written id(UUID id) {
        return number(8, id.getMostSignificantBits()).number(8, id.getLeastSignificantBits());
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /// SHA-256 of what is written.
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// The other way round, for the keys of curves.
    static BigInteger littleEndian(byte[] bytes) {
        var turned = new byte[bytes.length];
        for (var at = 0; at < bytes.length; at++) {
            turned[at] = bytes[bytes.length - 1 - at];
        }
        return new BigInteger(1, turned);
    }

    static byte[] littleEndian(BigInteger number) {
        var bytes = new byte[32];
        var big = number.toByteArray();
        for (var at = 0; at < Math.min(32, big.length); at++) {
            bytes[at] = big[big.length - 1 - at];
        }
        return bytes;
    }
}
