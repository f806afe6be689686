// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// HPKE (RFC 9180) in base mode for one message: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
public final class Hpke {
    private static final byte[] KEM =
            Written.plain().raw(ascii("KEM")).number(2, 0x20).bytes();
    private static final byte[] SUITE = Written.plain()
            .raw(ascii("HPKE"))
            .number(2, 0x20)
            .number(2, 1)
            .number(2, 2)
            .bytes();

    private Hpke() {}

    /// What the key schedule comes to (section 5.1).
    public record Schedule(byte[] context, byte[] secret, byte[] key, byte[] nonce, byte[] exporter) {
        public static Schedule of(byte[] shared, byte[] info) {
            var context = Written.plain()
                    .number(1, 0)
                    .raw(extract(SUITE, new byte[0], "psk_id_hash", new byte[0]))
                    .raw(extract(SUITE, new byte[0], "info_hash", info))
                    .bytes();
            var secret = extract(SUITE, shared, "secret", new byte[0]);
            return new Schedule(
                    context,
                    secret,
                    expand(SUITE, secret, "key", context, 32),
                    expand(SUITE, secret, "base_nonce", context, 12),
                    expand(SUITE, secret, "exp", context, 32));
        }
    }

    /// DeriveKeyPair (section 7.1.3).
    public static X25519.Pair deriveKeyPair(byte[] material) {
        return X25519.Pair.of(expand(KEM, extract(KEM, new byte[0], "dkp_prk", material), "sk", new byte[0], 32));
    }

    /// ExtractAndExpand (section 4.1).
    public static byte[] shared(byte[] agreed, byte[] encapsulated, byte[] open) {
        var context = Written.plain().raw(encapsulated).raw(open).bytes();
        return expand(KEM, extract(KEM, new byte[0], "eae_prk", agreed), "shared_secret", context, 32);
    }

    public static byte[] seal(byte[] open, byte[] info, byte[] beside, byte[] plain, X25519.Pair once) {
        var shared = shared(X25519.agree(once.secret(), open), once.open(), open);
        var schedule = Schedule.of(shared, info);
        return Written.plain()
                .raw(once.open())
                .raw(Aead.seal(schedule.key(), schedule.nonce(), beside, plain))
                .bytes();
    }

    public static byte[] open(X25519.Pair pair, byte[] info, byte[] beside, byte[] sealed) {
        if (sealed.length < 48) {
            throw new Refused("sealed length");
        }
        var encapsulated = Arrays.copyOf(sealed, 32);
        var shared = shared(X25519.agree(pair.secret(), encapsulated), encapsulated, pair.open());
        var schedule = Schedule.of(shared, info);
        return Aead.open(schedule.key(), schedule.nonce(), beside, Arrays.copyOfRange(sealed, 32, sealed.length));
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] material) {
        return Hkdf.extract(
                salt,
                Written.plain()
                        .raw(ascii("HPKE-v1"))
                        .raw(suite)
                        .raw(ascii(label))
                        .raw(material)
                        .bytes());
    }

    private static byte[] expand(byte[] suite, byte[] key, String label, byte[] info, int size) {
        return Hkdf.expand(
                key,
                Written.plain()
                        .number(2, size)
                        .raw(ascii("HPKE-v1"))
                        .raw(suite)
                        .raw(ascii(label))
                        .raw(info)
                        .bytes(),
                size);
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}
