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

    /// How many are at least so large.
    int countFrom(long least);

    /// The highest one below a limit; the least long where there is none.
    long highestBelow(long limit);

    /// The highest one; the least long where there is none.
    long highest();

    /// The lowest one; the greatest long where there is none.
    long lowest();

    /// Where those stand that are at least so large.
    default int[] from(long least) {
        var positions = new int[countFrom(least)];
        for (int position = 0, count = 0; count < positions.length; position++) {
            positions[count] = position;
            count += at(position) >= least ? 1 : 0;
        }
        return positions;
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

        @Override
        public int countFrom(long least) {
            int count = 0;
            for (long each : amounts) {
                count += each >= least ? 1 : 0;
            }
            return count;
        }

        @Override
        public long highestBelow(long limit) {
            long highest = Long.MIN_VALUE;
            for (long each : amounts) {
                highest = each < limit && each > highest ? each : highest;
            }
            return highest;
        }

        @Override
        public long highest() {
            long highest = Long.MIN_VALUE;
            for (long each : amounts) {
                highest = Math.max(highest, each);
            }
            return highest;
        }

        @Override
        public long lowest() {
            long lowest = Long.MAX_VALUE;
            for (long each : amounts) {
                lowest = Math.min(lowest, each);
            }
            return lowest;
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

        @Override
        public int countFrom(long least) {
            int count = 0;
            for (int each : amounts) {
                count += each >= least ? 1 : 0;
            }
            return count;
        }

        @Override
        public long highestBelow(long limit) {
            long highest = Long.MIN_VALUE;
            for (int each : amounts) {
                highest = each < limit && each > highest ? each : highest;
            }
            return highest;
        }

        @Override
        public long highest() {
            long highest = Long.MIN_VALUE;
            for (int each : amounts) {
                highest = Math.max(highest, each);
            }
            return highest;
        }

        @Override
        public long lowest() {
            long lowest = Long.MAX_VALUE;
            for (int each : amounts) {
                lowest = Math.min(lowest, each);
            }
            return lowest;
        }
    }
}
