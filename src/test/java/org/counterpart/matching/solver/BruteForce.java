// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.List;

/// Tries every set of edges; for a handful of people only.
final class BruteForce {
    private final Problem problem;
    private final List<Goal> goals;
    private final int[] left;
    private final int[] role;
    private Objective best = new Objective(0, 0, 0);

    private BruteForce(Problem problem, List<Goal> goals) {
        this.problem = problem;
        this.goals = goals;
        this.left = problem.capacity.clone();
        this.role = new int[problem.people()];
    }

    static Objective best(Problem problem, List<Goal> goals) {
        var search = new BruteForce(problem, goals);
        search.from(0, new ArrayList<>());
        return search.best;
    }

    private void from(int edge, List<Integer> chosen) {
        if (edge == problem.edges()) {
            var found = problem.objective(
                    chosen.stream().mapToInt(Integer::intValue).toArray());
            if (better(found)) {
                best = found;
            }
            return;
        }
        from(edge + 1, chosen);
        int mentor = problem.edges.mentor(edge);
        int mentee = problem.edges.mentee(edge);
        if (left[mentor] > 0 && left[mentee] > 0 && role[mentor] >= 0 && role[mentee] <= 0) {
            left[mentor]--;
            left[mentee]--;
            role[mentor]++;
            role[mentee]--;
            chosen.add(edge);
            from(edge + 1, chosen);
            chosen.removeLast();
            left[mentor]++;
            left[mentee]++;
            role[mentor]--;
            role[mentee]++;
        }
    }

    private boolean better(Objective found) {
        if (found.pairs() != best.pairs()) {
            return found.pairs() > best.pairs();
        }
        for (var goal : goals) {
            if (found.of(goal) != best.of(goal)) {
                return found.of(goal) > best.of(goal);
            }
        }
        return false;
    }
}
