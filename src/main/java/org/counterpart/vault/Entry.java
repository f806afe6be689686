// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/// An entry of a key log, as far as the server looks into it: whether it follows the one before. Whether it is signed
/// as it
/// has to be is for browsers to say, which trust no server.
record Entry(Sealed kept) {
    /// `counterpart/1/key-log` and `counterpart/1/key-log-hash`, each with a zero at its end.
    private static final byte[] LABEL = HexFormat.of().parseHex("636f756e746572706172742f312f6b65792d6c6f6700");
    private static final byte[] HASH =
            HexFormat.of().parseHex("636f756e746572706172742f312f6b65792d6c6f672d6861736800");
    /// Where its act stands, and the act that makes a user key.
    static final int ACT = 42;
    static final int KEY = 1;
    private static final int SIZE = 251;
    private static final int BODY = 187;
    private static final int DIGEST = 32;

    /// @param before the hash of the entry before, zeros for none
    boolean follows(UUID member, int number, byte[] before) {
        var bytes = kept.bytes();
        if (bytes.length != SIZE || !Arrays.equals(Arrays.copyOf(bytes, LABEL.length), LABEL)) {
            return false;
        }
        var read = ByteBuffer.wrap(bytes, LABEL.length, SIZE - LABEL.length);
        return read.getInt() == number
                && new UUID(read.getLong(), read.getLong()).equals(member)
                && Arrays.equals(Arrays.copyOfRange(bytes, BODY - DIGEST, BODY), before);
    }

    byte[] hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HASH);
            return digest.digest(kept.bytes());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String hexHash() {
        return HexFormat.of().formatHex(hash());
    }

    static byte[] none() {
        return new byte[DIGEST];
    }
}
