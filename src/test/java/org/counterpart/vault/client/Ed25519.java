// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/// Ed25519 (RFC 8032), the JDK's.
public final class Ed25519 {
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    private Ed25519() {}

    /// @param seed 32 bytes
    /// @param open its public key
    public record Signer(byte[] seed, byte[] open) {
        public static Signer of(byte[] seed) {
            return new Signer(seed, publicKey(seed));
        }

        public byte[] sign(byte[] bytes) {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException refused) {
                throw new Refused(refused);
            }
        }
    }

    /// Refuses a signature that is not theirs over exactly these bytes.
    public static void check(byte[] open, byte[] signature, byte[] bytes) {
        try {
            var checking = Signature.getInstance("Ed25519");
            checking.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(open))));
            checking.update(bytes);
            if (!checking.verify(signature)) {
                throw new Refused("signature");
            }
        } catch (GeneralSecurityException refused) {
            throw new Refused(refused);
        }
    }

    /// A point whose eightfold is not the neutral one, found by doubling y three times: y(2P) depends on y(P) alone.
    private static EdECPoint point(byte[] open) {
        if (open.length != 32) {
            throw new Refused("signature key length");
        }
        var y = open.clone();
        y[31] &= 0x7f;
        var number = Written.littleEndian(y);
        if (number.compareTo(PRIME) >= 0) {
            throw new Refused("signature key not canonical");
        }
        if (doubled(doubled(doubled(number))).equals(BigInteger.ONE)) {
            throw new Refused("signature key of small order");
        }
        return new EdECPoint((open[31] & 0x80) != 0, number);
    }

    /// With x² = (y² - 1) / (d y² + 1), the y of twice a point is (x² + y²) / (1 - d x² y²) for -x² + y² = 1 + d x² y².
    private static BigInteger doubled(BigInteger y) {
        var d = BigInteger.valueOf(-121665)
                .multiply(BigInteger.valueOf(121666).modInverse(PRIME))
                .mod(PRIME);
        var yy = y.multiply(y).mod(PRIME);
        var xx = yy.subtract(BigInteger.ONE)
                .multiply(d.multiply(yy).add(BigInteger.ONE).modInverse(PRIME))
                .mod(PRIME);
        var under = BigInteger.ONE.subtract(d.multiply(xx).multiply(yy)).mod(PRIME);
        return yy.add(xx).multiply(under.modInverse(PRIME)).mod(PRIME);
    }

    private static byte[] publicKey(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            var point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
            var open = Written.littleEndian(point.getY());
            open[31] |= (byte) (point.isXOdd() ? 0x80 : 0);
            return open;
        } catch (GeneralSecurityException refused) {
            throw new Refused(refused);
        }
    }

    /// Hands out what it was given, since the JDK makes a public key only together with a fresh private one.
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
