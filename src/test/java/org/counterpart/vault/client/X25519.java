// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/// X25519 (RFC 7748), the JDK's.
public final class X25519 {
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final byte[] BASE = Written.littleEndian(BigInteger.valueOf(9));

    private X25519() {}

    /// @param secret 32 bytes
    /// @param open its public key
    public record Pair(byte[] secret, byte[] open) {
        public static Pair of(byte[] secret) {
            return new Pair(secret, agree(secret, BASE));
        }

        public static Pair fresh() {
            var secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            return of(secret);
        }
    }

    /// Refuses another length, a number that is not below 2^255 - 19, and points of low order.
    public static byte[] agree(byte[] secret, byte[] open) {
        try {
            var factory = KeyFactory.getInstance("X25519");
            var agreement = KeyAgreement.getInstance("X25519");
            agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
            agreement.doPhase(
                    factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, canonical(open))), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException | IllegalStateException refused) {
            throw new Refused(refused);
        }
    }

    static BigInteger canonical(byte[] open) {
        var u = Written.littleEndian(open);
        if (open.length != 32 || u.compareTo(PRIME) >= 0) {
            throw new Refused("public key not canonical");
        }
        return u;
    }
}
