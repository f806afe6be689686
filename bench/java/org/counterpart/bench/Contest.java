// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.LinearSumAssignment;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Goal;
import org.counterpart.matching.solver.Objective;
import org.counterpart.matching.solver.Problem;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.solver.Solver;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// One engine on one instance in a process of its own, so that its memory can be read off the process. Prints one
/// line: pairs, total benefit (both −1 where the engine has no answer), milliseconds of solving, and megabytes that
/// the process grew by at most since before the instance was made.
final class Contest {
    private Contest() {}

    /// @param arguments engine, shape, people a side
    public static void main(String[] arguments) throws IOException {
        var engine = arguments[0];
        int side = Integer.parseInt(arguments[2]);
        if (engine.startsWith("or")) {
            Loader.loadNativeLibraries();
        }
        long before = resident("VmRSS");
        var workplace = new Workplace(side, 7);
        var edges = arguments[1].equals("dense") ? workplace.dense() : workplace.sparse(62);
        var capacity = workplace.capacities();
        int rounds = side <= 2_000 ? 40 : 1;
        long best = Long.MAX_VALUE;
        var answer = new long[2];
        for (int round = 0; round < rounds; round++) {
            long started = System.nanoTime();
            answer = switch (engine) {
                case "read" -> new long[] {-1, read(edges)};
                case "ours" -> ours(capacity, edges, List.of(Goal.TOTAL));
                case "ours-fair" -> ours(capacity, edges, List.of(Goal.WORST, Goal.TOTAL));
                case "or-assignment" -> assignment(edges, side);
                case "or-flow" -> flow(edges, side);
                case "jgrapht" -> jgrapht(edges, side);
                default -> throw new IllegalArgumentException("No engine is called %s.".formatted(engine));
            };
            best = Math.min(best, System.nanoTime() - started);
        }
        System.out.printf(
                Locale.ROOT,
                "%d %d %.1f %d %d%n",
                answer[0],
                answer[1],
                best / 1e6,
                (resident("VmHWM") - before) / 1024,
                edges.size());
    }

    private static long[] ours(int[] capacity, Edges edges, List<Goal> goals) {
        Objective found = Solver.solve(Problem.of(capacity, edges), goals, Progress.SILENT)
                .objective();
        return new long[] {found.pairs(), found.total()};
    }

    private static long read(Edges edges) {
        long sum = 0;
        for (int edge = 0; edge < edges.size(); edge++) {
            sum += edges.benefit(edge) ^ edges.mentee(edge);
        }
        return sum;
    }

    /// Only where everybody can be paired: it knows perfect matchings alone.
    private static long[] assignment(Edges edges, int side) {
        var solver = new LinearSumAssignment();
        for (int mentor = 0; mentor < side; mentor++) {
            for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                solver.addArcWithCost(mentor, edges.mentee(edge) - side, -edges.benefit(edge));
            }
        }
        return solver.solve() == LinearSumAssignment.Status.OPTIMAL
                ? new long[] {side, -solver.getOptimalCost()}
                : new long[] {-1, -1};
    }

    private static long[] flow(Edges edges, int side) {
        var solver = new MinCostFlow(2 * side + 2, edges.size() + 2 * side);
        for (int mentor = 0; mentor < side; mentor++) {
            for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                solver.addArcWithCapacityAndUnitCost(mentor, edges.mentee(edge), 1, -edges.benefit(edge));
            }
        }
        for (int person = 0; person < side; person++) {
            solver.addArcWithCapacityAndUnitCost(2 * side, person, 1, 0);
            solver.addArcWithCapacityAndUnitCost(side + person, 2 * side + 1, 1, 0);
        }
        solver.setNodeSupply(2 * side, side);
        solver.setNodeSupply(2 * side + 1, -side);
        return solver.solveMaxFlowWithMinCost() == MinCostFlowBase.Status.OPTIMAL
                ? new long[] {solver.getMaximumFlow(), -solver.getOptimalCost()}
                : new long[] {-1, -1};
    }

    private static long[] jgrapht(Edges edges, int side) {
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        var mentors = new java.util.HashSet<Integer>();
        var mentees = new java.util.HashSet<Integer>();
        for (int person = 0; person < 2 * side; person++) {
            graph.addVertex(person);
            (person < side ? mentors : mentees).add(person);
        }
        // It maximises weight alone, so everybody's being paired is worth more than any total.
        long pairWorth = 1_000_000;
        for (int mentor = 0; mentor < side; mentor++) {
            for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                var added = graph.addEdge(mentor, edges.mentee(edge));
                graph.setEdgeWeight(added, pairWorth + edges.benefit(edge));
            }
        }
        var matching = new MaximumWeightBipartiteMatching<>(graph, mentors, mentees).getMatching();
        int pairs = matching.getEdges().size();
        return new long[] {pairs, Math.round(matching.getWeight()) - pairWorth * pairs};
    }

    private static long resident(String field) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(field + ":")) {
                return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")))
                        .getAsLong();
            }
        }
        return 0;
    }
}
