// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/// The few edges of a graph among which the best pairs most likely are: the best ones of every node on either side.
/// Whoever solves on them checks against all edges afterwards. Among equals a fixed scatter decides, so that the
/// nodes do not all ask for the same few.
final class Core {
    private static final long SCATTER = 0x9E37_79B9_7F4A_7C15L;

    private final Graph graph;
    private final int wanted;
    private final BitSet chosen;

    private Core(Graph graph, int wanted) {
        this.graph = graph;
        this.wanted = wanted;
        this.chosen = new BitSet(graph.edges());
    }

    /// Positions of edges, ascending.
    ///
    /// @param wanted how many of the best edges of each node
    static int[] of(Graph graph, int wanted) {
        var core = new Core(graph, wanted);
        core.chooseFromLeft();
        core.chooseFromRight();
        return core.chosen.stream().toArray();
    }

    private void chooseFromLeft() {
        var best = new long[wanted];
        for (int node = 0; node < graph.nodes; node++) {
            int count = 0;
            for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                long benefit = graph.benefit.at(edge);
                if (benefit >= graph.floor && (count < wanted || benefit > best[0])) {
                    count = keep(best, 0, count, benefit);
                }
            }
            if (count > 0) {
                long threshold = count < wanted ? Long.MIN_VALUE : best[0];
                int above = 0;
                int equal = 0;
                for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                    above += graph.benefit.at(edge) > threshold ? 1 : 0;
                    equal += graph.benefit.at(edge) == threshold ? 1 : 0;
                }
                for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                    choose(edge, threshold, wanted - above, equal);
                }
            }
        }
    }

    private void chooseFromRight() {
        var best = new long[graph.nodes * wanted];
        var count = new int[graph.nodes];
        for (int edge = 0; edge < graph.edges(); edge++) {
            long benefit = graph.benefit.at(edge);
            int node = graph.right[edge];
            if (benefit >= graph.floor && (count[node] < wanted || benefit > best[node * wanted])) {
                count[node] = keep(best, node * wanted, count[node], benefit);
            }
        }
        var threshold = new long[graph.nodes];
        Arrays.setAll(threshold, node -> count[node] < wanted ? Long.MIN_VALUE : best[node * wanted]);
        var above = new int[graph.nodes];
        var equal = new int[graph.nodes];
        for (int edge = 0; edge < graph.edges(); edge++) {
            int node = graph.right[edge];
            long benefit = graph.benefit.at(edge);
            if (benefit >= threshold[node]) {
                if (benefit == threshold[node]) {
                    equal[node]++;
                } else {
                    above[node]++;
                }
            }
        }
        for (int edge = 0; edge < graph.edges(); edge++) {
            int node = graph.right[edge];
            choose(edge, threshold[node], wanted - above[node], equal[node]);
        }
    }

    private void choose(int edge, long threshold, int missing, int equal) {
        long benefit = graph.benefit.at(edge);
        if (benefit >= graph.floor
                && (benefit > threshold
                        || benefit == threshold && Long.remainderUnsigned(edge * SCATTER >>> 20, equal) < missing)) {
            chosen.set(edge);
        }
    }

    /// Keeps the largest in a heap whose least stands first.
    private int keep(long[] best, int from, int count, long benefit) {
        int at;
        if (count < wanted) {
            at = count;
            while (at > 0 && best[from + (at - 1) / 2] > benefit) {
                best[from + at] = best[from + (at - 1) / 2];
                at = (at - 1) / 2;
            }
            best[from + at] = benefit;
            return count + 1;
        }
        at = 0;
        while (2 * at + 1 < wanted) {
            int child = 2 * at + 1;
            if (child + 1 < wanted && best[from + child + 1] < best[from + child]) {
                child++;
            }
            if (best[from + child] >= benefit) {
                break;
            }
            best[from + at] = best[from + child];
            at = child;
        }
        best[from + at] = benefit;
        return count;
    }

    /// Both sets of positions in one, ascending.
    static int[] union(int[] some, int[] others) {
        return IntStream.concat(IntStream.of(some), IntStream.of(others))
                .sorted()
                .distinct()
                .toArray();
    }
}
