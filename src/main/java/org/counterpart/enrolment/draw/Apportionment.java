// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.math.BigInteger;

/// Divides places among groups by their sizes. A share of 7.6 is seven places, and the eighth with a chance of 0.6:
/// each group gets its share rounded down or up, and on average exactly its share, so that nobody's chance depends on
/// the group they are in
/// (G. Grimmett, "Stochastic apportionment", American Mathematical Monthly 111, 2004).
final class Apportionment {
    private static final int BITS = 256;

    private Apportionment() {}

    /// @param places at most the sum of the sizes
    /// @param sizes in an order that was drawn
    /// @param lot from 0 up to 2^256: where the first place falls
    static int[] divide(int places, int[] sizes, BigInteger lot) {
        long all = java.util.Arrays.stream(sizes).asLongStream().sum();
        if (places > all || places < 0) {
            throw new IllegalArgumentException("%d places cannot be divided among %d.".formatted(places, all));
        }
        var parts = new int[sizes.length];
        long size = 0;
        int given = 0;
        for (int group = 0; group < sizes.length; group++) {
            size += sizes[group];
            int until = rounded((long) places * size, all, lot);
            parts[group] = until - given;
            given = until;
        }
        return parts;
    }

    /// The fraction rounded down, or up with a chance of what is left over; whole numbers stay. It rounds up if the lot
    /// is among the highest of that share.
    static int rounded(long numerator, long denominator, BigInteger lot) {
        if (denominator == 0) {
            return 0;
        }
        var whole = BigInteger.valueOf(denominator);
        return BigInteger.valueOf(numerator)
                .shiftLeft(BITS)
                .add(whole.multiply(lot))
                .divide(whole.shiftLeft(BITS))
                .intValueExact();
    }
}
