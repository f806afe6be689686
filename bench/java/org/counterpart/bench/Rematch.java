// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Goal;
import org.counterpart.matching.solver.Problem;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.solver.Solution;
import org.counterpart.matching.solver.Solver;
import org.counterpart.matching.solver.Start;

/// Matches a made-up employer, lets one in a hundred change, and matches again from where the first answer ended and
/// from nothing. Prints medians and their ratio. Stops with 1 if both do not agree.
///
/// Arguments are instances, such as `dense 1000 sparse 100000`. Changes are: `people`, who leave, with as many others
/// in their place; `benefits` of pairs; and `one`, a pair that is forbidden.
final class Rematch {
    private static final List<Goal> GOALS = List.of(Goal.WORST, Goal.TOTAL);
    private static final int RUNS = 5;

    private Rematch() {}

    public static void main(String[] arguments) {
        boolean agreed = true;
        for (int at = 0; at + 1 < arguments.length; at += 2) {
            int side = Integer.parseInt(arguments[at + 1]);
            var workplace = new Workplace(side, 7);
            var edges = arguments[at].equals("dense") ? workplace.dense() : workplace.sparse(62);
            var before = Problem.of(workplace.capacities(), edges);
            var solution = Solver.solve(before, GOALS, Progress.SILENT);
            for (var change : List.of("people", "benefits", "one")) {
                agreed &= play(
                        "%-6s %,9d a side  %-8s".formatted(arguments[at], side, change),
                        before,
                        solution,
                        change(change, workplace, edges, solution));
            }
        }
        System.exit(agreed ? 0 : 1);
    }

    private record Changed(int[] capacity, Edges edges, int[] before) {}

    private static Changed change(String what, Workplace workplace, Edges edges, Solution solution) {
        var before = new int[workplace.people()];
        Arrays.setAll(before, person -> person);
        var random = new SplittableRandom(3);
        return switch (what) {
            case "people" -> {
                for (int i = 0; i < before.length / 100; i++) {
                    before[random.nextInt(before.length)] = -1;
                }
                yield new Changed(workplace.capacities(), swapped(edges, before, random), before);
            }
            case "benefits" -> {
                var benefit = new int[edges.size()];
                Arrays.setAll(benefit, edge ->
                        (int) edges.benefit(random.nextInt(100) == 0 ? random.nextInt(edges.size()) : edge));
                yield new Changed(workplace.capacities(), with(edges, benefit), before);
            }
            default -> {
                int gone = solution.edges()[solution.edges().length / 2];
                int[] rest = java.util.stream.IntStream.range(0, edges.size())
                        .filter(edge -> edge != gone)
                        .toArray();
                yield new Changed(workplace.capacities(), edges.only(rest), before);
            }
        };
    }

    /// Somebody else stands where a person left: other candidates among the same people's, other benefits.
    private static Edges swapped(Edges edges, int[] before, SplittableRandom random) {
        var benefit = new int[edges.size()];
        for (int mentor = 0; mentor < edges.people(); mentor++) {
            for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                boolean other = before[mentor] < 0 || before[edges.mentee(edge)] < 0;
                benefit[edge] = (int) edges.benefit(other ? random.nextInt(edges.size()) : edge);
            }
        }
        return with(edges, benefit);
    }

    private static Edges with(Edges edges, int[] benefit) {
        var start = new int[edges.people() + 1];
        var mentees = new int[edges.size()];
        Arrays.setAll(start, edges::from);
        Arrays.setAll(mentees, edges::mentee);
        return Edges.of(start, mentees, Amounts.of(benefit));
    }

    private static boolean play(String title, Problem before, Solution solution, Changed changed) {
        var whole = new double[RUNS];
        var again = new double[RUNS];
        Solution fromNothing = null;
        Solution fromBefore = null;
        int warmUps = before.people() <= 4_000 ? 20 : 1;
        for (int run = -warmUps; run < RUNS; run++) {
            long started = System.nanoTime();
            fromNothing = Solver.solve(Problem.of(changed.capacity, changed.edges), GOALS, Progress.SILENT);
            long between = System.nanoTime();
            var start = Start.of(before, solution).renumbered(changed.before);
            fromBefore = Solver.solve(Problem.of(changed.capacity, changed.edges), GOALS, start, Progress.SILENT);
            long ended = System.nanoTime();
            whole[Math.max(0, run)] = (between - started) / 1e6;
            again[Math.max(0, run)] = (ended - between) / 1e6;
        }
        Arrays.sort(whole);
        Arrays.sort(again);
        boolean agreed = fromNothing != null
                && fromBefore != null
                && fromNothing.objective().equals(fromBefore.objective());
        System.out.printf(
                Locale.ROOT,
                "%s full %,10.1f ms  rematch %,10.1f ms (x %.3f)%s%n",
                title,
                whole[RUNS / 2],
                again[RUNS / 2],
                again[RUNS / 2] / whole[RUNS / 2],
                agreed ? "" : "  does not agree");
        return agreed;
    }
}
