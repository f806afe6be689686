// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The goals that add up, as they follow each other, and prices from which the next one may begin: those of an
/// earlier answer to the same goals, or, once the total is settled and only ties remain to be broken, those of the
/// goal before.
final class Weights {
    private final Problem problem;
    private final Start start;
    private final int pairs;
    private final List<Goal> goals = new ArrayList<>();
    private final List<Long> factors = new ArrayList<>();
    private @Nullable Bound proved;

    Weights(Problem problem, Start start, int pairs) {
        this.problem = problem;
        this.start = start;
        this.pairs = pairs;
    }

    @Nullable
    Bound then(Goal goal) {
        boolean settled = goals.contains(Goal.TOTAL);
        if (!goals.isEmpty()) {
            factors.add(problem.factor(goal, pairs));
        }
        goals.add(goal);
        var before = proved;
        return settled && before != null
                ? Start.times(before, factors.getLast())
                : start.prices(List.copyOf(goals), List.copyOf(factors));
    }

    void proved(List<Case> cases) {
        proved = cases.stream()
                .filter(each -> !each.impossible())
                .map(Case::bound)
                .findFirst()
                .orElse(null);
    }
}
