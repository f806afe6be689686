// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The two-sided graph of one case. Every person is a node on the left and a node on the right; mostly only one of
/// them has edges. `copies` is 1 where every role is settled: edges then run from mentor to mentee. It is 2 where
/// roles are still open: every edge runs both ways, and half of what the graph allows bounds what the people can do
/// (Balinski 1965).
///
/// Only edges with at least `floor` benefit count. A part of a graph knows where its edges stand in the `root`, so
/// that what was found in one part can be used in another. Edges of people without places are in no graph.
final class Graph {
    final int nodes;
    final int copies;
    final int[] capacity;
    final int[] start;
    final int[] right;
    final Amounts benefit;

    /// What each edge counts for the goal in question; whether it is there at all is up to its benefit.
    final Amounts worth;

    final long floor;

    /// Whether some of the edges have less than the floor and must be passed over.
    final boolean filtered;

    private final Problem problem;
    private final int @Nullable [] origin;
    private final int @Nullable [] inRoot;

    private Graph(
            Problem problem,
            int copies,
            int[] start,
            int[] right,
            Amounts benefit,
            Amounts worth,
            long floor,
            boolean filtered,
            int @Nullable [] origin,
            int @Nullable [] inRoot) {
        this.problem = problem;
        this.nodes = problem.people();
        this.copies = copies;
        this.capacity = problem.capacity;
        this.start = start;
        this.right = right;
        this.benefit = benefit;
        this.worth = worth;
        this.floor = floor;
        this.filtered = filtered;
        this.origin = origin;
        this.inRoot = inRoot;
    }

    /// All edges that the roles allow, each worth its benefit.
    static Graph of(Problem problem, Roles roles) {
        var edges = problem.edges;
        if (roles.none() && !problem.anyWithoutPlaces()) {
            return whole(problem, 1, edges.start, edges.mentee, edges.benefit, null);
        }
        int copies = roles.anyOpen() ? 2 : 1;
        var start = new int[problem.people() + 1];
        for (int mentor = 0; mentor < problem.people(); mentor++) {
            for (int edge = edges.start[mentor]; edge < edges.start[mentor + 1]; edge++) {
                int mentee = edges.mentee[edge];
                if (allowed(problem, roles, mentor, mentee)) {
                    start[mentor + 1]++;
                    start[mentee + 1] += copies - 1;
                }
            }
        }
        for (int node = 0; node < problem.people(); node++) {
            start[node + 1] += start[node];
        }
        var right = new int[start[problem.people()]];
        var origin = new int[right.length];
        var next = Arrays.copyOf(start, problem.people());
        for (int mentor = 0; mentor < problem.people(); mentor++) {
            for (int edge = edges.start[mentor]; edge < edges.start[mentor + 1]; edge++) {
                int mentee = edges.mentee[edge];
                if (allowed(problem, roles, mentor, mentee)) {
                    for (int copy = 0; copy < copies; copy++) {
                        int at = next[copy == 0 ? mentor : mentee]++;
                        right[at] = copy == 0 ? mentee : mentor;
                        origin[at] = edge;
                    }
                }
            }
        }
        return whole(problem, copies, start, right, edges.benefit.at(origin), origin);
    }

    private static Graph whole(
            Problem problem, int copies, int[] start, int[] right, Amounts benefit, int @Nullable [] origin) {
        return new Graph(problem, copies, start, right, benefit, benefit, Long.MIN_VALUE, false, origin, null);
    }

    /// The same edges, counting something else.
    ///
    /// @param amounts by edge of the problem
    Graph worth(Amounts amounts) {
        if (amounts == problem.edges.benefit) {
            return this;
        }
        boolean same = origin == null && inRoot == null;
        return new Graph(
                problem,
                copies,
                start,
                right,
                benefit,
                same
                        ? amounts
                        : amounts.at(
                                IntStream.range(0, edges()).map(this::origin).toArray()),
                floor,
                filtered,
                origin,
                inRoot);
    }

    private static boolean allowed(Problem problem, Roles roles, int mentor, int mentee) {
        return problem.capacity[mentor] > 0 && problem.capacity[mentee] > 0 && roles.allow(mentor, mentee);
    }

    /// The part with at least so much benefit; copied out where that saves going through the rest.
    Graph above(long least) {
        if (least <= problem.edges.lowest) {
            return this;
        }
        int kept = benefit.countFrom(least);
        if (kept == edges()) {
            return this;
        }
        var higher = new Graph(problem, copies, start, right, benefit, worth, least, true, origin, inRoot);
        return kept > edges() / 4 ? higher : higher.only(benefit.from(least));
    }

    /// The edges at the given positions, which ascend and leave out those below the floor.
    Graph only(int[] positions) {
        var starts = new int[nodes + 1];
        var rights = new int[positions.length];
        var roots = new int[positions.length];
        int node = 0;
        for (int i = 0; i < positions.length; i++) {
            while (start[node + 1] <= positions[i]) {
                starts[++node] = i;
            }
            rights[i] = right[positions[i]];
            roots[i] = inRoot(positions[i]);
        }
        Arrays.fill(starts, node + 1, starts.length, positions.length);
        var benefits = benefit.at(positions);
        var worths = worth == benefit ? benefits : worth.at(positions);
        return new Graph(problem, copies, starts, rights, benefits, worths, floor, false, origin, roots);
    }

    /// The highest benefit below the given one that any edge has.
    long highestBelow(long limit) {
        return benefit.highestBelow(limit);
    }

    /// From the least to the most that an edge counts.
    long spread() {
        return edges() == 0 ? 0 : worth.highest() - worth.lowest();
    }

    int edges() {
        return right.length;
    }

    int left(int edge) {
        return Edges.owner(start, edge);
    }

    int inRoot(int edge) {
        return inRoot == null ? edge : inRoot[edge];
    }

    /// Where an edge of the root stands here, or −1.
    int fromRoot(int rootEdge) {
        return inRoot == null ? rootEdge : Math.max(-1, Arrays.binarySearch(inRoot, rootEdge));
    }

    /// The edge of the problem.
    int origin(int edge) {
        return origin == null ? inRoot(edge) : origin[inRoot(edge)];
    }

    /// Where edges of the problem stand in the root, both copies of each; those that are not here are left out.
    int[] inRoot(int[] some) {
        if (origin == null) {
            return some;
        }
        return IntStream.of(some)
                .flatMap(edge -> {
                    int mentor = problem.edges.mentor(edge);
                    int mentee = problem.edges.mentee(edge);
                    return copies == 1
                            ? IntStream.of(copy(mentor, edge))
                            : IntStream.of(copy(mentor, edge), copy(mentee, edge));
                })
                .filter(copy -> copy >= 0)
                .toArray();
    }

    private int copy(int node, int edge) {
        for (int copy = start[node]; copy < start[node + 1]; copy++) {
            if (origin(copy) == edge) {
                return inRoot(copy);
            }
        }
        return -1;
    }

    /// The edges of the problem that edges of the root are, ascending, each once.
    int[] origins(int[] rootEdges) {
        return origin == null
                ? rootEdges
                : IntStream.of(rootEdges)
                        .map(edge -> origin[edge])
                        .sorted()
                        .distinct()
                        .toArray();
    }
}
