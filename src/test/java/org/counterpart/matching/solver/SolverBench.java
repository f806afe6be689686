// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Times the solver beside a yardstick of the same run: sorting a million benefits. Started by `bench/solver`.
final class SolverBench {
    private static final int ROUNDS = 5;

    private SolverBench() {}

    public static void main(String[] arguments) {
        run("63 people, 34 by 29, all pairs", problem(34, 29, 100));
        run("1,000 by 1,000, all pairs, few ties", problem(1_000, 1_000, 100_000));
        run("1,000 by 1,000, all pairs, many ties", problem(1_000, 1_000, 50));
    }

    private static void run(String name, Problem problem) {
        double cold = milliseconds(() -> Solver.solve(problem, Progress.SILENT));
        var warm = new double[ROUNDS];
        var yardstick = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var longs = new SplittableRandom(round).longs(1_000_000).toArray();
            yardstick[round] = milliseconds(() -> Arrays.sort(longs));
            warm[round] = milliseconds(() -> Solver.solve(problem, Progress.SILENT));
        }
        Arrays.sort(warm);
        Arrays.sort(yardstick);
        System.out.printf(
                "%-40s first %7.1f ms, then %7.1f ms (median of %d), %.2f times sorting a million numbers%n",
                name, cold, warm[ROUNDS / 2], ROUNDS, warm[ROUNDS / 2] / yardstick[ROUNDS / 2]);
    }

    private static double milliseconds(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e6;
    }

    private static Problem problem(int mentors, int mentees, int benefits) {
        var random = new SplittableRandom(1);
        var capacity = new int[mentors + mentees];
        Arrays.fill(capacity, 1);
        int edges = mentors * mentees;
        var mentor = new int[edges];
        var mentee = new int[edges];
        var benefit = new long[edges];
        for (int edge = 0; edge < edges; edge++) {
            mentor[edge] = edge / mentees;
            mentee[edge] = mentors + edge % mentees;
            benefit[edge] = random.nextInt(benefits);
        }
        return Problem.of(capacity, Edges.sorted(capacity.length, mentor, mentee, benefit));
    }
}
