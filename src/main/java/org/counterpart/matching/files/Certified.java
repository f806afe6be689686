// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.counterpart.matching.solver.Objective;
import org.counterpart.matching.solver.Problem;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.solver.Solution;
import org.counterpart.matching.solver.Solver;

/// A solved instance. Pinned pairs are taken first: they use up their places, settle the roles of the two and leave
/// a free problem, which is solved and proved. `edges` are all pairs made, pinned ones included, in ascending
/// order; `freeEdges[i]` is the edge of the instance that edge `i` of the free problem is.
public record Certified(Instance instance, Solution free, int[] freeEdges, int[] edges, Objective objective) {
    /// @throws IllegalArgumentException if pins go beyond somebody's places or use somebody in both roles
    public static Certified solve(Instance instance, Progress progress) {
        var capacity = instance.capacity().clone();
        var mentors = new boolean[instance.people()];
        var mentees = new boolean[instance.people()];
        var pinned = new boolean[instance.edges()];
        for (int edge : instance.pinned()) {
            pinned[edge] = true;
            capacity[instance.mentor()[edge]]--;
            capacity[instance.mentee()[edge]]--;
            mentors[instance.mentor()[edge]] = true;
            mentees[instance.mentee()[edge]] = true;
        }
        checkPins(instance, capacity, mentors, mentees);
        var free = IntStream.range(0, instance.edges())
                .filter(edge -> !pinned[edge] && !mentees[instance.mentor()[edge]] && !mentors[instance.mentee()[edge]])
                .toArray();
        var solution = Solver.solve(
                Problem.of(
                        capacity,
                        IntStream.of(free).map(edge -> instance.mentor()[edge]).toArray(),
                        IntStream.of(free).map(edge -> instance.mentee()[edge]).toArray(),
                        IntStream.of(free)
                                .mapToLong(edge -> instance.benefit()[edge])
                                .toArray()),
                progress);
        var edges = IntStream.concat(
                        IntStream.of(instance.pinned()),
                        IntStream.of(solution.edges()).map(edge -> free[edge]))
                .sorted()
                .toArray();
        return new Certified(instance, solution, free, edges, objective(instance, edges));
    }

    private static Objective objective(Instance instance, int[] edges) {
        var benefits = Arrays.stream(edges).mapToLong(edge -> instance.benefit()[edge]);
        var summary = benefits.summaryStatistics();
        return new Objective(edges.length, edges.length == 0 ? 0 : summary.getMin(), summary.getSum());
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
