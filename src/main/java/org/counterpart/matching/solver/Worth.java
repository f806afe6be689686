// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// What an edge counts for several goals that add up, the earlier ones before the later ones: with P pairs and m
/// the largest amount of the later goal, 2·P·m + 1 of it weigh less than one of the earlier.
final class Worth {
    private Worth() {}

    /// As much of an earlier goal as `pairs` pairs cannot make up for with the later one.
    static long factor(Amounts later, int pairs) {
        try {
            return Math.addExact(Math.multiplyExact(2L * pairs, Problem.largest(later)), 1);
        } catch (ArithmeticException overflow) {
            throw tooLarge(overflow);
        }
    }

    /// @throws IllegalArgumentException where sums of prices might not fit
    static Amounts then(Amounts earlier, Amounts later, long factor, long sum) {
        try {
            var both = new long[later.size()];
            for (int edge = 0; edge < both.length; edge++) {
                both[edge] = Math.addExact(Math.multiplyExact(earlier.at(edge), factor), later.at(edge));
            }
            var worth = Amounts.of(both);
            Problem.checkMagnitude(sum, Problem.largest(worth));
            return worth;
        } catch (ArithmeticException overflow) {
            throw tooLarge(overflow);
        }
    }

    private static IllegalArgumentException tooLarge(ArithmeticException overflow) {
        return new IllegalArgumentException(
                "These benefits are too large to weigh goals one after the other.", overflow);
    }
}
