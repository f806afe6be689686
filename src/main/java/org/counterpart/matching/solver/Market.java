// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The greatest total weight of edges of a graph where nobody needs to be served, asked again and again for other
/// weights: each answer starts from the prices of the one before. Every left node is a row; for each of its places a
/// column of its own, worth nothing, stands for staying out.
final class Market {
    private final Graph graph;
    private final int[] capacity;

    /// Positions in the graph; −1 for staying out.
    private final int[] edge;

    private final int[] start;
    private final int[] column;
    private final int[] rowCapacity;
    private final int[] columnCapacity;
    private @Nullable Assignment before;

    /// @param capacity places of each person, on either side
    /// @param edges positions in the graph, ascending
    Market(Graph graph, int[] capacity, int[] edges) {
        this.graph = graph;
        this.capacity = capacity;
        rowCapacity = new int[graph.nodes];
        start = new int[graph.nodes + 1];
        var left = new int[edges.length];
        int node = 0;
        for (int i = 0; i < edges.length; i++) {
            while (graph.start[node + 1] <= edges[i]) {
                node++;
            }
            left[i] = node;
            start[node + 1]++;
        }
        int out = 0;
        for (node = 0; node < graph.nodes; node++) {
            rowCapacity[node] = Math.min(capacity[node], start[node + 1]);
            out += rowCapacity[node];
            start[node + 1] += start[node] + rowCapacity[node];
        }
        column = new int[edges.length + out];
        edge = new int[column.length];
        columnCapacity = Arrays.copyOf(capacity, graph.nodes + out);
        Arrays.fill(columnCapacity, graph.nodes, columnCapacity.length, 1);
        lay(left, edges);
    }

    private void lay(int[] left, int[] edges) {
        var next = Arrays.copyOf(start, graph.nodes);
        for (int i = 0; i < edges.length; i++) {
            int at = next[left[i]]++;
            column[at] = graph.right[edges[i]];
            edge[at] = edges[i];
        }
        int own = graph.nodes;
        for (int node = 0; node < graph.nodes; node++) {
            for (int place = 0; place < rowCapacity[node]; place++) {
                int at = next[node]++;
                column[at] = own++;
                edge[at] = -1;
            }
        }
    }

    /// @param edges positions in the graph, ascending
    /// @param total their weight, with both copies counted
    /// @param prices of people
    /// @param surcharges by edge of the problem
    record Cleared(int[] edges, long total, long[] prices, Surcharges surcharges) {}

    /// @param weight by position in the graph
    Cleared clear(IntToLongFunction weight) {
        var weights = new long[column.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = edge[at] < 0 ? 0 : weight.applyAsLong(edge[at]);
        }
        var now = new Assignment(rowCapacity, columnCapacity, start, column, Amounts.of(weights));
        if (before == null) {
            now.solve();
        } else {
            System.arraycopy(before.columnPrice, 0, now.columnPrice, 0, now.columns);
            for (int row = 0; row < now.rows; row++) {
                for (int at = start[row]; at < start[row + 1]; at++) {
                    if (before.used.get(at)) {
                        now.use(at, row);
                    }
                }
            }
            now.finish();
        }
        before = now;
        return read(now, weights);
    }

    private Cleared read(Assignment solved, long[] weights) {
        var used = IntStream.builder();
        var prices = new long[graph.nodes];
        var surcharges = new Surcharges();
        long total = 0;
        for (int node = 0; node < graph.nodes; node++) {
            // Whoever has a place left has no price: all their edges are used then, or one that stays out.
            long own = rowCapacity[node] == 0 || rowCapacity[node] < capacity[node]
                    ? 0
                    : Math.max(0, solved.rowPrice[node]);
            prices[node] += own + solved.columnPrice[node];
            for (int at = start[node]; at < start[node + 1]; at++) {
                if (solved.used.get(at) && edge[at] >= 0) {
                    used.add(edge[at]);
                    total += weights[at];
                    long surplus = weights[at] - own - solved.columnPrice[column[at]];
                    if (surplus > 0) {
                        surcharges.add(graph.origin(edge[at]), surplus);
                    }
                }
            }
        }
        return new Cleared(used.build().toArray(), total, prices, surcharges);
    }
}
