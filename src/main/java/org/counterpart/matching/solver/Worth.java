// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import org.jspecify.annotations.Nullable;

/// What an edge counts for several goals that add up, the earlier ones before the later ones: with P pairs and m
/// the largest amount of the later goal, 2·P·m + 1 of it weigh less than one of the earlier.
final class Worth {
    private Worth() {}

    /// @throws IllegalArgumentException where sums of prices might not fit
    static Amounts then(@Nullable Amounts earlier, Amounts later, int pairs, long sum) {
        if (earlier == null) {
            return later;
        }
        try {
            long factor = Math.addExact(Math.multiplyExact(2L * pairs, Problem.largest(later)), 1);
            var both = new long[later.size()];
            for (int edge = 0; edge < both.length; edge++) {
                both[edge] = Math.addExact(Math.multiplyExact(earlier.at(edge), factor), later.at(edge));
            }
            var worth = Amounts.of(both);
            Problem.checkMagnitude(sum, Problem.largest(worth));
            return worth;
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "These benefits are too large to weigh goals one after the other.", overflow);
        }
    }
}
