// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;

/// People who must not meet, by position. Kept as lists, since almost everybody may meet almost everybody.
final class Apart {
    private final int[] start;
    private final int[] others;

    private Apart(int[] start, int[] others) {
        this.start = start;
        this.others = others;
    }

    /// Collects them one by one, in any order and as often as they come up.
    static final class Collected {
        private long[] pairs = new long[64];
        private int size;

        void add(int one, int other) {
            put(one, other);
            put(other, one);
        }

        private void put(int one, int other) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = (long) one << 32 | other;
        }

        Apart among(int people) {
            var all = Arrays.copyOf(pairs, size);
            Arrays.parallelSort(all);
            var sorted = once(all);
            var start = new int[people + 1];
            var others = new int[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                start[(int) (sorted[i] >>> 32) + 1]++;
                others[i] = (int) sorted[i];
            }
            Arrays.parallelPrefix(start, Integer::sum);
            return new Apart(start, others);
        }
    }

    /// Each of ascending numbers once; a stream would box every one.
    static long[] once(long[] ascending) {
        int size = 0;
        for (long each : ascending) {
            if (size == 0 || ascending[size - 1] != each) {
                ascending[size++] = each;
            }
        }
        return Arrays.copyOf(ascending, size);
    }

    boolean are(int one, int other) {
        int mine = start[one + 1] - start[one];
        int theirs = start[other + 1] - start[other];
        if (mine == 0 || theirs == 0) {
            return false;
        }
        return mine <= theirs ? isListed(one, other) : isListed(other, one);
    }

    /// Those who must not meet somebody, ascending.
    int[] from(int person) {
        return Arrays.copyOfRange(others, start[person], start[person + 1]);
    }

    private boolean isListed(int one, int other) {
        return Arrays.binarySearch(others, start[one], start[one + 1], other) >= 0;
    }
}
