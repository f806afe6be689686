// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// Whole amounts by position, in four bytes each where all of them fit.
public sealed interface Amounts {
    long at(int position);

    int size();

    /// Taken over where they do not fit into four bytes each, copied otherwise.
    static Amounts of(long[] amounts) {
        for (long each : amounts) {
            if (each != (int) each) {
                return new Wide(amounts);
            }
        }
        var narrow = new int[amounts.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (int) amounts[i];
        }
        return new Narrow(narrow);
    }

    /// Taken over, not copied.
    static Amounts of(int[] amounts) {
        return new Narrow(amounts);
    }

    /// Some of the amounts, in the order of `positions`.
    default Amounts at(int[] positions) {
        var some = new long[positions.length];
        for (int i = 0; i < positions.length; i++) {
            some[i] = at(positions[i]);
        }
        return of(some);
    }

    /// Eight bytes an amount.
    record Wide(long[] amounts) implements Amounts {
        @Override
        public long at(int position) {
            return amounts[position];
        }

        @Override
        public int size() {
            return amounts.length;
        }
    }

    /// Four bytes an amount.
    record Narrow(int[] amounts) implements Amounts {
        @Override
        public long at(int position) {
            return amounts[position];
        }

        @Override
        public int size() {
            return amounts.length;
        }

        @Override
        public Amounts at(int[] positions) {
            var some = new int[positions.length];
            for (int i = 0; i < positions.length; i++) {
                some[i] = amounts[positions[i]];
            }
            return new Narrow(some);
        }
    }
}
