// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tries every set of edges; for a handful of people only.
final class BruteForce {
    private final Problem problem;
    private final List<Goal> goals;
    private final int[] left;
    private final int[] role;
    private @Nullable Objective best;
    private long[] bestKept = {};
    private long[] bestBenefits = {};

    private BruteForce(Problem problem, List<Goal> goals) {
        this.problem = problem;
        this.goals = goals;
        this.left = problem.capacity.clone();
        this.role = new int[problem.people()];
    }

    static Objective best(Problem problem, List<Goal> goals) {
        return Objects.requireNonNull(all(problem, goals).best);
    }

    /// The benefits of the best pairs, from the worst-off one up.
    static long[] benefits(Problem problem, List<Goal> goals) {
        return all(problem, goals).bestBenefits;
    }

    /// Null where the required quotas cannot be kept.
    static @Nullable Objective underQuotas(Problem problem, List<Goal> goals) {
        return all(problem, goals).best;
    }

    private static BruteForce all(Problem problem, List<Goal> goals) {
        var search = new BruteForce(problem, goals);
        search.from(0, new ArrayList<>());
        return search;
    }

    private void from(int edge, List<Integer> chosen) {
        if (edge == problem.edges()) {
            var edges = chosen.stream().mapToInt(Integer::intValue).toArray();
            var found = problem.objective(edges);
            var kept = kept(edges);
            var benefits = Arrays.stream(edges)
                    .mapToLong(problem.edges::benefit)
                    .sorted()
                    .toArray();
            if (allowed(edges) && better(found, kept, benefits)) {
                best = found;
                bestKept = kept;
                bestBenefits = benefits;
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

    private boolean allowed(int[] edges) {
        return problem.quotas.stream().allMatch(quota -> !quota.required() || quota.reached(edges) >= quota.need());
    }

    private long[] kept(int[] edges) {
        return problem.quotas.stream()
                .mapToLong(quota -> Math.min(quota.need(), quota.reached(edges)))
                .toArray();
    }

    private boolean better(Objective found, long[] kept, long[] benefits) {
        if (best == null) {
            return true;
        }
        if (found.pairs() != best.pairs()) {
            return found.pairs() > best.pairs();
        }
        int different = Arrays.mismatch(kept, bestKept);
        if (different >= 0) {
            return kept[different] > bestKept[different];
        }
        for (var goal : goals) {
            if (goal == Goal.EVEN) {
                if (!Arrays.equals(benefits, bestBenefits)) {
                    return Arrays.compare(benefits, bestBenefits) > 0;
                }
            } else if (found.of(goal) != best.of(goal)) {
                return found.of(goal) > best.of(goal);
            }
        }
        return false;
    }
}
