// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// Where something sealed belongs (docs/security/keys.md, section 6).
public record Place(int kind, UUID space, int epoch, long sequence, UUID id, UUID author, byte[] previous) {
    public byte[] seal(byte[] epochKey, byte[] share, byte[] nonce, String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(
                Written.plain().number(4, bytes.length).raw(bytes).bytes(), (4 + bytes.length + 255) / 256 * 256);
        return Written.plain()
                .number(1, 1)
                .raw(nonce)
                .raw(Aead.seal(key(epochKey, share), nonce, beside(), padded))
                .bytes();
    }

    public String open(byte[] epochKey, byte[] share, byte[] sealed) {
        if (sealed.length < 285 || (sealed.length - 29) % 256 != 0 || sealed[0] != 1) {
            throw new Refused("sealed length or version");
        }
        var padded = Aead.open(
                key(epochKey, share),
                Arrays.copyOfRange(sealed, 1, 13),
                beside(),
                Arrays.copyOfRange(sealed, 13, sealed.length));
        var size = ByteBuffer.wrap(padded).getInt();
        if (size < 0 || size > 65_536 || (4 + size + 255) / 256 * 256 != padded.length) {
            throw new Refused("padding");
        }
        for (var at = 4 + size; at < padded.length; at++) {
            if (padded[at] != 0) {
                throw new Refused("padding");
            }
        }
        return new String(padded, 4, size, StandardCharsets.UTF_8);
    }

    public byte[] hash(byte[] sealed) {
        return Written.as("item-hash").raw(beside()).raw(sealed).digest();
    }

    private byte[] key(byte[] epochKey, byte[] share) {
        var info = Written.as("item-key")
                .number(1, kind)
                .id(space)
                .number(4, epoch)
                .id(id);
        return Hkdf.derive(Written.plain().sized(32, epochKey).sized(32, share).bytes(), new byte[0], info.bytes(), 32);
    }

    private byte[] beside() {
        return Written.as("item")
                .number(1, kind)
                .id(space)
                .number(4, epoch)
                .number(8, sequence)
                .id(id)
                .id(author)
                .sized(32, previous)
                .bytes();
    }
}
