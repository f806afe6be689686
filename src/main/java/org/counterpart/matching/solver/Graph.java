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
    final long floor;
    final long lowest;
    final long highest;

    /// Whether some of the edges have less than the floor and must be passed over.
    final boolean filtered;

    private final int @Nullable [] origin;
    private final int @Nullable [] inRoot;

    private final Edges edges;

    private Graph(
            Edges edges,
            int[] capacity,
            int copies,
            int[] start,
            int[] right,
            Amounts benefit,
            long floor,
            boolean filtered,
            int @Nullable [] origin,
            int @Nullable [] inRoot) {
        this.edges = edges;
        this.nodes = capacity.length;
        this.copies = copies;
        this.capacity = capacity;
        this.start = start;
        this.right = right;
        this.benefit = benefit;
        this.floor = floor;
        this.lowest = edges.lowest;
        this.highest = edges.highest;
        this.filtered = filtered;
        this.origin = origin;
        this.inRoot = inRoot;
    }

    static Graph of(Problem problem, Roles roles) {
        var edges = problem.edges;
        if (roles.none() && !problem.anyWithoutPlaces()) {
            return new Graph(
                    edges,
                    problem.capacity,
                    1,
                    edges.start,
                    edges.mentee,
                    edges.benefit,
                    Long.MIN_VALUE,
                    false,
                    null,
                    null);
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
        return new Graph(
                edges,
                problem.capacity,
                copies,
                start,
                right,
                edges.benefit.at(origin),
                Long.MIN_VALUE,
                false,
                origin,
                null);
    }

    private static boolean allowed(Problem problem, Roles roles, int mentor, int mentee) {
        return problem.capacity[mentor] > 0 && problem.capacity[mentee] > 0 && roles.allow(mentor, mentee);
    }

    /// The part with at least so much benefit; copied out where that saves going through the rest.
    Graph above(long least) {
        if (least <= lowest) {
            return this;
        }
        long kept = IntStream.range(0, edges())
                .parallel()
                .filter(edge -> benefit.at(edge) >= least)
                .count();
        if (kept == edges()) {
            return this;
        }
        var higher = new Graph(edges, capacity, copies, start, right, benefit, least, true, origin, inRoot);
        return kept > edges() / 4
                ? higher
                : higher.only(IntStream.range(0, edges())
                        .filter(edge -> benefit.at(edge) >= least)
                        .toArray());
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
        return new Graph(edges, capacity, copies, starts, rights, benefit.at(positions), floor, false, origin, roots);
    }

    /// The highest benefit below the given one that any edge has.
    long highestBelow(long limit) {
        return IntStream.range(0, edges())
                .parallel()
                .mapToLong(benefit::at)
                .filter(each -> each < limit)
                .max()
                .orElseThrow();
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
