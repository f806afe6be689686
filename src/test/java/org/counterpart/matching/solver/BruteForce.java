// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// Tries every set of edges; for a handful of people only.
final class BruteForce {
    private final Problem problem;
    private final int[] left;
    private final int[] role;
    private Objective best = new Objective(0, 0, 0);

    private BruteForce(Problem problem) {
        this.problem = problem;
        this.left = problem.capacity.clone();
        this.role = new int[problem.people()];
    }

    static Objective best(Problem problem) {
        var search = new BruteForce(problem);
        search.from(0, 0, Long.MAX_VALUE, 0);
        return search.best;
    }

    private void from(int edge, int pairs, long worst, long total) {
        if (edge == problem.edges()) {
            var found = new Objective(pairs, pairs == 0 ? 0 : worst, total);
            if (better(found)) {
                best = found;
            }
            return;
        }
        from(edge + 1, pairs, worst, total);
        int mentor = problem.edges.mentor(edge);
        int mentee = problem.edges.mentee(edge);
        if (left[mentor] > 0 && left[mentee] > 0 && role[mentor] >= 0 && role[mentee] <= 0) {
            left[mentor]--;
            left[mentee]--;
            role[mentor]++;
            role[mentee]--;
            from(
                    edge + 1,
                    pairs + 1,
                    Math.min(worst, problem.edges.benefit(edge)),
                    total + problem.edges.benefit(edge));
            left[mentor]++;
            left[mentee]++;
            role[mentor]--;
            role[mentee]++;
        }
    }

    private boolean better(Objective found) {
        return Arrays.compare(
                                new long[] {found.pairs(), found.worst(), found.total()},
                                new long[] {best.pairs(), best.worst(), best.total()})
                        > 0
                && (found.pairs() > 0 || best.pairs() == 0);
    }
}
