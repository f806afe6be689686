// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The lots of one draw: HMAC-SHA256 under its key, of what the lot is for. Each is as good as drawn at random and
/// independent of all others, whatever names are like, to everyone who did not know the key (HMAC is a pseudorandom
/// function: M. Bellare, "New proofs for NMAC and HMAC", 2006).
final class Lots {
    private final byte[] key;

    Lots(byte[] key) {
        this.key = key;
    }

    byte[] lot(String purpose, List<String> of) {
        var texts = new ArrayList<String>();
        texts.add(purpose);
        texts.addAll(of);
        return Hashing.hmac(key, Hashing.fields(texts));
    }

    byte[] lot(String purpose, Applicant applicant) {
        return lot(purpose, List.of(applicant.id(), applicant.word()));
    }

    /// A lot as a number from 0 up to, but not including, 2^256.
    BigInteger number(String purpose, List<String> of) {
        return new BigInteger(1, lot(purpose, of));
    }
}
