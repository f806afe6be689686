// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where something sealed belongs (docs/security/keys.md, section 6).
public record Place(int kind, UUID space, int epoch, long sequence, UUID id, UUID author, byte[] previous) {
    /// @param words what it says
    /// @param opening what proves that to whoever gets it
    public record Disclosed(String words, byte[] opening) {}

    public byte[] seal(byte[] epochKey, byte[] share, byte[] nonce, byte[] opening, String words) {
        return sealTo(
                commitment(opening, words.getBytes(StandardCharsets.UTF_8)), epochKey, share, nonce, opening, words);
    }

    /// To a commitment that may be a wrong one.
    public byte[] sealTo(byte[] commitment, byte[] epochKey, byte[] share, byte[] nonce, byte[] opening, String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(
                Written.plain().number(4, bytes.length).raw(bytes).bytes(), (4 + bytes.length + 255) / 256 * 256);
        var plain = Written.plain().sized(32, opening).raw(padded).bytes();
        return Written.plain()
                .number(1, 1)
                .raw(commitment)
                .raw(nonce)
                .raw(Aead.seal(key(epochKey, share), nonce, beside(commitment), plain))
                .bytes();
    }

    public Disclosed open(byte[] epochKey, byte[] share, byte[] sealed) {
        if (sealed.length < 349 || (sealed.length - 93) % 256 != 0 || sealed[0] != 1) {
            throw new Refused("sealed length or version");
        }
        var commitment = Arrays.copyOfRange(sealed, 1, 33);
        var plain = Aead.open(
                key(epochKey, share),
                Arrays.copyOfRange(sealed, 33, 45),
                beside(commitment),
                Arrays.copyOfRange(sealed, 45, sealed.length));
        var opening = Arrays.copyOf(plain, 32);
        var text = text(Arrays.copyOfRange(plain, 32, plain.length));
        if (!Arrays.equals(commitment(opening, text), commitment)) {
            throw new Refused("commitment");
        }
        return new Disclosed(new String(text, StandardCharsets.UTF_8), opening);
    }

    private static byte[] text(byte[] padded) {
        var size = ByteBuffer.wrap(padded).getInt();
        if (size < 0 || size > 65_536 || (4 + size + 255) / 256 * 256 != padded.length) {
            throw new Refused("padding");
        }
        for (var at = 4 + size; at < padded.length; at++) {
            if (padded[at] != 0) {
                throw new Refused("padding");
            }
        }
        return Arrays.copyOfRange(padded, 4, 4 + size);
    }

    /// What fits this text alone, here and by this author.
    public byte[] commitment(byte[] opening, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(opening, "HmacSHA256"));
            return mac.doFinal(Written.as("commitment")
                    .number(1, kind)
                    .id(space)
                    .id(id)
                    .id(author)
                    .raw(text)
                    .bytes());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
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

    private byte[] beside(byte[] commitment) {
        return Written.plain().raw(beside()).raw(commitment).bytes();
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
