// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.util.Arrays;
import java.util.UUID;

/// The key of a person (docs/security/keys.md, section 4).
///
/// @param secret 64 bytes
public record UserKey(byte[] secret, X25519.Pair agreement, Ed25519.Signer signer) {
    private static final byte[] INFO = Written.as("user-key").bytes();
    private static final byte[] NO_PROOF = {};

    public static UserKey of(byte[] secret) {
        return new UserKey(
                secret,
                X25519.Pair.of(Arrays.copyOf(secret, 32)),
                Ed25519.Signer.of(Arrays.copyOfRange(secret, 32, 64)));
    }

    /// Both public keys.
    public byte[] open() {
        return Written.plain().raw(agreement.open()).raw(signer.open()).bytes();
    }

    public byte[] wrap(UUID person, UUID holder, byte[] to) {
        return wrap(person, holder, to, NO_PROOF);
    }

    /// @param proof of a recovery code
    public byte[] wrap(UUID person, UUID holder, byte[] to, byte[] proof) {
        return Hpke.seal(to, INFO, beside(person, holder, open(), proof), secret, X25519.Pair.fresh());
    }

    public static UserKey unwrap(X25519.Pair pair, UUID person, UUID holder, byte[] open, byte[] wrapped) {
        return unwrap(pair, person, holder, open, wrapped, NO_PROOF);
    }

    public static UserKey unwrap(
            X25519.Pair pair, UUID person, UUID holder, byte[] open, byte[] wrapped, byte[] proof) {
        var key = of(Hpke.open(pair, INFO, beside(person, holder, open, proof), wrapped));
        if (!Arrays.equals(key.open(), open)) {
            throw new Refused("another user key");
        }
        return key;
    }

    private static byte[] beside(UUID person, UUID holder, byte[] open, byte[] proof) {
        return Written.plain().id(person).id(holder).sized(64, open).raw(proof).bytes();
    }
}
