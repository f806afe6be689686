// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.List;
import java.util.Set;
import org.counterpart.matching.solver.Goal;

/// What a matching is after once the most people are served: goals in the owner's order, the pairs of an earlier
/// result, and the people it left waiting.
public record Priorities(List<Goal> goals, Set<PairKey> previous, Set<String> waiting) {
    public static final Priorities STANDARD = of(List.of(Goal.WORST, Goal.TOTAL));

    public Priorities {
        goals = List.copyOf(goals);
        previous = Set.copyOf(previous);
        waiting = Set.copyOf(waiting);
    }

    public static Priorities of(List<Goal> goals) {
        return new Priorities(goals, Set.of(), Set.of());
    }

    /// The same with as few changes as possible as the last goal.
    public Priorities keeping(Set<PairKey> pairs) {
        var all = new java.util.ArrayList<>(goals);
        all.remove(Goal.KEPT);
        all.add(Goal.KEPT);
        return new Priorities(all, pairs, waiting);
    }
}
