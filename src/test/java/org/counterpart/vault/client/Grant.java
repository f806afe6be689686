// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/// To whom the key of a space is given, and by whom (docs/security/keys.md, section 5).
public record Grant(int kind, UUID space, int epoch, UUID member, UUID giver, byte[] heads) {
    private static final byte[] INFO = Written.as("epoch-key").bytes();

    /// @param logs the hash of the last entry of each member's key log
    public static byte[] heads(Map<UUID, byte[]> logs) {
        var written = Written.as("heads");
        logs.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().toString()))
                .forEach(each -> written.id(each.getKey()).sized(32, each.getValue()));
        return written.digest();
    }

    public byte[] give(byte[] key, byte[] to, Ed25519.Signer by) {
        var sealed = Hpke.seal(to, INFO, context(), key, X25519.Pair.fresh());
        return Written.plain().raw(sealed).raw(by.sign(signed(sealed))).bytes();
    }

    public byte[] take(byte[] given, X25519.Pair pair, byte[] by) {
        if (given.length != 144) {
            throw new Refused("epoch key length");
        }
        var sealed = Arrays.copyOf(given, 80);
        Ed25519.check(by, Arrays.copyOfRange(given, 80, 144), signed(sealed));
        return Hpke.open(pair, INFO, context(), sealed);
    }

    private byte[] context() {
        return Written.plain()
                .number(1, kind)
                .id(space)
                .number(4, epoch)
                .id(member)
                .id(giver)
                .sized(32, heads)
                .bytes();
    }

    private byte[] signed(byte[] sealed) {
        return Written.as("epoch-key-signature").raw(context()).raw(sealed).bytes();
    }
}
