// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Answer;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Goal;
import org.counterpart.matching.solver.Objective;
import org.counterpart.matching.solver.Problem;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.solver.Proof;
import org.counterpart.matching.solver.Solution;
import org.counterpart.matching.solver.Solver;
import org.counterpart.matching.solver.Start;
import org.jspecify.annotations.Nullable;

/// A solved instance. Pinned pairs are taken first: they use up their places, settle the roles of the two and leave
/// a free problem, which is solved and proved. `edges` are all pairs made, pinned ones included, in ascending
/// order. `freeEdges` are the edges that remain for the free problem, all of them where it is null. `start` is where a
/// question that differs in little may begin. `stable` is null where the pairs are the best ones.
public record Certified(
        Instance instance,
        Solution free,
        int @Nullable [] freeEdges,
        int[] edges,
        Objective objective,
        Start start,
        @Nullable Stable stable)
        implements Outcome {
    /// Stable pairs instead of the best ones, with what is needed to check them.
    public Certified replacedBy(int[] pairs, Stable proof) {
        var sorted = IntStream.of(pairs).sorted().toArray();
        var reached = objective(instance, Map.of(), sorted);
        var aims = new Aims(List.of(Goal.STABLE), new int[0], new int[0]);
        return new Certified(
                instance.with(aims),
                new Solution(new int[0], reached, Proof.none()),
                null,
                sorted,
                reached,
                Start.NONE,
                proof);
    }

    /// Refuses an instance with quotas, which may have no answer.
    ///
    /// @throws IllegalArgumentException if pins go beyond somebody's places or use somebody in both roles
    public static Certified solve(Instance instance, Progress progress) {
        return switch (answer(instance, progress)) {
            case Certified certified -> certified;
            case Unsolved refused ->
                throw new IllegalArgumentException("%s. Maybe answer() was meant.".formatted(refused));
        };
    }

    /// @throws IllegalArgumentException if pins go beyond somebody's places or use somebody in both roles
    public static Outcome answer(Instance instance, Progress progress) {
        return answer(instance, Start.NONE, progress);
    }

    /// The same, begun where an earlier answer ended.
    ///
    /// @throws IllegalArgumentException if pins go beyond somebody's places or use somebody in both roles
    public static Outcome answer(Instance instance, Start start, Progress progress) {
        var capacity = instance.capacity().clone();
        var mentors = new boolean[instance.people()];
        var mentees = new boolean[instance.people()];
        var pinned = new boolean[instance.edges().size()];
        for (int edge : instance.pinned()) {
            pinned[edge] = true;
            capacity[instance.edges().mentor(edge)]--;
            capacity[instance.edges().mentee(edge)]--;
            mentors[instance.edges().mentor(edge)] = true;
            mentees[instance.edges().mentee(edge)] = true;
        }
        checkPins(instance, capacity, mentors, mentees);
        var free = instance.pinned().length == 0 ? null : free(instance.edges(), pinned, mentors, mentees);
        var open = free == null ? instance.edges() : instance.edges().only(free);
        var aims = instance.aims();
        Map<Goal, Amounts> counts = aims.anyBeforeNow() ? aims.counts(instance.edges()) : Map.of();
        var kept = new HashMap<Goal, Amounts>();
        counts.forEach((goal, amounts) -> kept.put(goal, free == null ? amounts : amounts.at(free)));
        var quotas = aims.quotas().stream()
                .map(aim -> aim.of(instance.edges()))
                .map(quota -> quota.without(instance.pinned(), free))
                .toList();
        var problem = Problem.of(capacity, open, kept).keeping(quotas);
        return switch (Solver.answer(problem, aims.goals(), start, progress)) {
            case Solution solution -> of(instance, solution, free, counts, Start.of(problem, solution));
            case Answer.Unreachable(var conflicting) -> new Unsolved(conflicting);
            case Answer.Undecided() -> new Unsolved(List.of());
        };
    }

    private static Certified of(
            Instance instance, Solution solution, int @Nullable [] free, Map<Goal, Amounts> counts, Start start) {
        var edges = IntStream.concat(
                        IntStream.of(instance.pinned()),
                        IntStream.of(solution.edges()).map(edge -> free == null ? edge : free[edge]))
                .sorted()
                .toArray();
        return new Certified(instance, solution, free, edges, objective(instance, counts, edges), start, null);
    }

    /// Whether nothing better is left possible: not where pairs are stable ones, and not where so many may be either
    /// that the search for better roles was ended.
    public boolean complete() {
        return stable == null && free.proof().complete();
    }

    /// The edge of the instance that an edge of the free problem is.
    public int edge(int freeEdge) {
        return freeEdges == null ? freeEdge : freeEdges[freeEdge];
    }

    private static int[] free(Edges edges, boolean[] pinned, boolean[] mentors, boolean[] mentees) {
        var free = IntStream.builder();
        for (int mentor = 0; mentor < edges.people(); mentor++) {
            for (int edge = edges.from(mentor); !mentees[mentor] && edge < edges.from(mentor + 1); edge++) {
                if (!pinned[edge] && !mentors[edges.mentee(edge)]) {
                    free.add(edge);
                }
            }
        }
        return free.build().toArray();
    }

    private static Objective objective(Instance instance, Map<Goal, Amounts> counts, int[] edges) {
        var summary = Arrays.stream(edges)
                .mapToLong(edge -> instance.edges().benefit(edge))
                .summaryStatistics();
        return new Objective(
                edges.length,
                edges.length == 0 ? 0 : summary.getMin(),
                summary.getSum(),
                reached(counts.get(Goal.WAITING), edges),
                reached(counts.get(Goal.KEPT), edges));
    }

    private static long reached(@Nullable Amounts counts, int[] edges) {
        return counts == null ? 0 : IntStream.of(edges).mapToLong(counts::at).sum();
    }

    private static void checkPins(Instance instance, int[] left, boolean[] mentors, boolean[] mentees) {
        for (int person = 0; person < instance.people(); person++) {
            if (left[person] < 0) {
                throw new IllegalArgumentException("%s is pinned %d times and has %d places."
                        .formatted(
                                instance.ids()[person],
                                instance.capacity()[person] - left[person],
                                instance.capacity()[person]));
            }
            if (mentors[person] && mentees[person]) {
                throw new IllegalArgumentException(
                        "%s is pinned as mentor and as mentee; nobody is both.".formatted(instance.ids()[person]));
            }
        }
    }
}
