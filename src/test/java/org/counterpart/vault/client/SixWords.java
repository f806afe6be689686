// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.client;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Six words that two people compare (docs/security/keys.md, section 9), as the indexes of their words.
public final class SixWords {
    private static final int ROUNDS = 1_000_000;

    private SixWords() {}

    /// @param first whoever's id, as 16 bytes, is smaller; each with both public keys
    public static List<Integer> of(UUID space, UUID first, byte[] firstOpen, UUID second, byte[] secondOpen) {
        var material = Written.plain()
                .id(first)
                .sized(64, firstOpen)
                .id(second)
                .sized(64, secondOpen)
                .bytes();
        var bits = new BigInteger(1, stretched(material, Written.as("six-words").id(space)));
        return IntStream.range(0, 6)
                .mapToObj(at -> bits.shiftRight(256 - 11 * (at + 1)).intValue() & 2047)
                .toList();
    }

    /// The first block of PBKDF2 (RFC 8018, section 5.2), since the JDK's takes no bytes that are not characters.
    private static byte[] stretched(byte[] password, Written salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password, "HmacSHA256"));
            var round = mac.doFinal(salt.number(4, 1).bytes());
            var all = round.clone();
            for (var count = 1; count < ROUNDS; count++) {
                round = mac.doFinal(round);
                for (var at = 0; at < all.length; at++) {
                    all[at] ^= round[at];
                }
            }
            return all;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
