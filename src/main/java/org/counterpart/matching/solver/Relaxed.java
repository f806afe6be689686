// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What a graph with open roles could carry at best, as used edges of the root and a bound on the total worth.
record Relaxed(int[] used, Bound bound) {
    private static final long MOST_EDGES = 4_000_000;
    private static final long MOST_TAXES = 120;

    static Relaxed of(Pricing pricing) {
        return new Relaxed(pricing.used(), pricing.bound());
    }

    /// Where the graph could carry more edges than asked for, every edge is taxed until just so many are worth it:
    /// the bound is the least of all taxes' bounds, found by doubling and halving, since the number carried falls
    /// as the tax rises (Lagrange). The larger the graph, the fewer taxes are tried, which are in half units of
    /// worth.
    ///
    /// @param most what the graph could carry at the tax that just does not hinder it
    static Relaxed byTax(Graph graph, int wanted, Relaxed most) {
        int left = (int) Math.clamp(MOST_EDGES / Math.max(1, graph.edges()), 0, MOST_TAXES);
        long cheap = 2 * most.bound.perPair() / most.bound.denominator();
        long step = 1;
        boolean doubling = true;
        var best = most;
        while (step > 0 && left-- > 0) {
            Interruption.check();
            long tax = cheap + step;
            var taxed = at(graph, tax);
            if (value(taxed, graph, wanted) < value(best, graph, wanted)) {
                best = taxed;
            }
            int carried = taxed.used.length;
            if (carried == wanted) {
                return taxed;
            }
            doubling &= carried > wanted;
            cheap = carried > wanted ? tax : cheap;
            step = doubling ? 2 * step : step / 2;
        }
        return best;
    }

    /// In quarters of worth.
    private static long value(Relaxed relaxed, Graph graph, int wanted) {
        long sum = relaxed.bound.perPair() * (wanted / 2);
        for (int node = 0; node < graph.nodes; node++) {
            sum += relaxed.bound.prices()[node] * graph.capacity[node];
        }
        return (sum + Arrays.stream(relaxed.bound.surcharges()).sum()) * (4 / relaxed.bound.denominator());
    }

    /// Every left node is a row; a column of its own, worth nothing, stands for staying out.
    private static Relaxed at(Graph graph, long tax) {
        var start = new int[graph.nodes + 1];
        for (int node = 0; node < graph.nodes; node++) {
            start[node + 1] = start[node] + 1;
            for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                start[node + 1] += worth(graph, edge, tax) ? 1 : 0;
            }
        }
        var column = new int[start[graph.nodes]];
        var weight = new long[column.length];
        var origin = new int[column.length];
        for (int node = 0; node < graph.nodes; node++) {
            int place = start[node];
            for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                if (worth(graph, edge, tax)) {
                    column[place] = graph.right[edge];
                    weight[place] = 2 * graph.worth.at(edge) - tax;
                    origin[place++] = edge;
                }
            }
        }
        return solve(graph, start, column, weight, origin, tax);
    }

    private static boolean worth(Graph graph, int edge, long tax) {
        return graph.benefit.at(edge) >= graph.floor && 2 * graph.worth.at(edge) > tax;
    }

    private static Relaxed solve(Graph graph, int[] start, int[] column, long[] weight, int[] origin, long tax) {
        // A row of several places may stay out several times, so its own column is laid out once for each place.
        int places = Arrays.stream(graph.capacity).sum();
        var capacity = Arrays.copyOf(graph.capacity, graph.nodes + places);
        Arrays.fill(capacity, graph.nodes, capacity.length, 1);
        var wideStart = new int[graph.nodes + 1];
        var wideColumn = new int[column.length - graph.nodes + places];
        var wideWeight = new long[wideColumn.length];
        var wideOrigin = new int[wideColumn.length];
        int at = 0;
        int own = graph.nodes;
        for (int node = 0; node < graph.nodes; node++) {
            int edges = start[node + 1] - 1 - start[node];
            System.arraycopy(column, start[node], wideColumn, at, edges);
            System.arraycopy(weight, start[node], wideWeight, at, edges);
            System.arraycopy(origin, start[node], wideOrigin, at, edges);
            at += edges;
            for (int place = 0; place < graph.capacity[node]; place++) {
                wideColumn[at] = own++;
                wideOrigin[at++] = -1;
            }
            wideStart[node + 1] = at;
        }
        var assignment =
                new Assignment(graph.capacity, capacity, wideStart, wideColumn, Amounts.of(wideWeight)).solve();
        return read(graph, assignment, wideStart, wideOrigin, wideWeight, wideColumn, tax);
    }

    private static Relaxed read(
            Graph graph, Assignment solved, int[] start, int[] origin, long[] weight, int[] column, long tax) {
        var used = IntStream.builder();
        var prices = new long[graph.nodes];
        var surcharges = new Surcharges();
        for (int node = 0; node < graph.nodes; node++) {
            if (graph.capacity[node] > 0) {
                prices[node] += Math.max(0, solved.rowPrice[node]);
            }
            prices[node] += solved.columnPrice[node];
            for (int at = start[node]; at < start[node + 1]; at++) {
                if (solved.used.get(at) && origin[at] >= 0) {
                    used.add(graph.inRoot(origin[at]));
                    long surplus = weight[at] - Math.max(0, solved.rowPrice[node]) - solved.columnPrice[column[at]];
                    if (surplus > 0) {
                        surcharges.add(graph.origin(origin[at]), surplus);
                    }
                }
            }
        }
        return new Relaxed(used.build().sorted().toArray(), surcharges.bound(4, 2 * tax, prices));
    }
}
