// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.UUID;

/// The recovery code (docs/security/keys.md, section 8).
public final class RecoveryCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private RecoveryCode() {}

    public static String write(byte[] secret) {
        var sum = new BigInteger(1, Written.as("recovery-check").raw(secret).digest()).shiftRight(244);
        var all = new BigInteger(1, secret).shiftLeft(12).or(sum);
        var code = new StringBuilder();
        for (var at = 27; at >= 0; at--) {
            code.append(ALPHABET.charAt(all.shiftRight(5 * at).intValue() & 31));
            if (at % 4 == 0 && at > 0) {
                code.append('-');
            }
        }
        return code.toString();
    }

    public static byte[] read(String code) {
        var all = BigInteger.ZERO;
        for (var letter : code.replace("-", "").toCharArray()) {
            all = all.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        var bytes = all.shiftRight(12).add(BigInteger.ONE.shiftLeft(128)).toByteArray();
        var secret = Arrays.copyOfRange(bytes, bytes.length - 16, bytes.length);
        if (!write(secret).equals(code)) {
            throw new Refused("recovery code");
        }
        return secret;
    }

    public static X25519.Pair pair(byte[] secret, UUID person) {
        return Hpke.deriveKeyPair(Hkdf.derive(
                secret,
                Written.plain().id(person).bytes(),
                Written.as("recovery").bytes(),
                32));
    }

    /// That whoever seals a user key to a recovery code knows the code.
    ///
    /// @param open both public keys of the person
    public static byte[] proof(byte[] secret, UUID person, byte[] open) {
        var info = Written.as("recovery-proof").sized(64, open).bytes();
        return Hkdf.derive(secret, Written.plain().id(person).bytes(), info, 32);
    }
}
