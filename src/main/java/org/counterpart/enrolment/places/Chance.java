// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What nobody can guess: seeds, and the numbers under which applicants stand on a list.
final class Chance {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz";
    private static final String SIGNS = LETTERS + "23456789";
    private static final int SEED_BYTES = 32;
    private static final int NUMBER_LENGTH = 12;

    private Chance() {}

    /// 256 bits in hexadecimal.
    static String seed() {
        var bytes = new byte[SEED_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// 12 signs that cannot be taken for each other or read as a word or a formula.
    static String number() {
        var number = new StringBuilder().append(any(LETTERS));
        while (number.length() < NUMBER_LENGTH) {
            number.append(any(SIGNS));
        }
        return number.toString();
    }

    private static char any(String signs) {
        return signs.charAt(RANDOM.nextInt(signs.length()));
    }
}
