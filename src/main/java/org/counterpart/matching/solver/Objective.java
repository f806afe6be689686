// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// What an answer reaches: the number of pairs, the benefit of the worst-off one (0 where there are none), the sum
/// of benefits, places given to people who have waited, and pairs kept from before.
public record Objective(int pairs, long worst, long total, long waiting, long kept) {
    public Objective(int pairs, long worst, long total) {
        this(pairs, worst, total, 0, 0);
    }

    /// What is reached of one goal; of goals that are about every single pair, the total.
    public long of(Goal goal) {
        return switch (goal) {
            case WAITING -> waiting;
            case WORST -> worst;
            case EVEN, TOTAL, STABLE -> total;
            case KEPT -> kept;
        };
    }
}
