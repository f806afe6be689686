// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.util.Arrays;
import java.util.UUID;

/// One line of a person's key log (docs/security/keys.md, section 7).
public record Entry(int number, UUID person, int act, UUID holder, byte[] holderKey, byte[] open, byte[] previous) {
    public static final UUID NOBODY = new UUID(0, 0);
    public static final byte[] NONE = new byte[32];

    public byte[] write(Ed25519.Signer by) {
        return Written.plain().raw(body()).raw(by.sign(body())).bytes();
    }

    /// That of an entry as it is kept.
    public static byte[] hash(byte[] kept) {
        return Written.as("key-log-hash").raw(kept).digest();
    }

    /// Reads nothing else than what this entry is, signed by the key it names.
    public void check(byte[] kept) {
        var body = body();
        if (kept.length != body.length + 64 || !Arrays.equals(Arrays.copyOf(kept, body.length), body)) {
            throw new Refused("entry");
        }
        Ed25519.check(Arrays.copyOfRange(open, 32, 64), Arrays.copyOfRange(kept, body.length, kept.length), body);
    }

    private byte[] body() {
        return Written.as("key-log")
                .number(4, number)
                .id(person)
                .number(1, act)
                .id(holder)
                .sized(32, holderKey)
                .sized(64, open)
                .sized(32, previous)
                .bytes();
    }
}
