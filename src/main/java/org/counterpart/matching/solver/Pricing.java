// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// The greatest total benefit that the largest flow of a graph can have, with its proof, without penalties that
/// could overflow. A cover as large as the flow is used up by it: every covered node is used as often as it can be,
/// and every used edge has exactly one covered end. So edges inside the cover drop out, and two assignment problems
/// remain in which the covered nodes are rows that must be served: covered left nodes with uncovered right ones,
/// and the other way round. An edge covered at neither end is used by every largest flow and is set aside
/// beforehand.
final class Pricing {
    private final Graph graph;
    private final long floor;
    private final Flow flow;
    final boolean[] used;
    private final long[] leftPrice;
    private final long[] rightPrice;
    private final long[] surcharge;
    private long total;

    private Pricing(Graph graph, long floor, Flow flow) {
        this.graph = graph;
        this.floor = floor;
        this.flow = flow;
        used = new boolean[graph.edges()];
        leftPrice = new long[graph.nodes];
        rightPrice = new long[graph.nodes];
        surcharge = new long[graph.edges()];
    }

    static Pricing of(Graph graph, long floor, Flow flow) {
        var pricing = new Pricing(graph, floor, flow);
        pricing.solve(true);
        pricing.solve(false);
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (flow.forced(edge)) {
                pricing.used[edge] = true;
            }
            if (pricing.used[edge]) {
                pricing.total += graph.benefit[edge];
            }
        }
        return pricing;
    }

    /// Sum of the benefits of the used edges, in the unit of the benefits; of both copies where there are two.
    long total() {
        return total;
    }

    /// The prices shifted so that none is negative: covered nodes pay so much more as each pair is taxed less.
    Bound bound() {
        long shift = shift();
        var prices = new long[graph.nodes];
        for (int node = 0; node < graph.nodes; node++) {
            prices[node] = leftPrice[node]
                    + (flow.coversLeft(node) ? shift : 0)
                    + rightPrice[node]
                    + (flow.coversRight(node) ? shift : 0);
        }
        var surcharges = new Surcharges();
        for (int edge = 0; edge < graph.edges(); edge++) {
            long amount = flow.forced(edge) ? excess(edge) + shift : surcharge[edge];
            if (amount > 0) {
                surcharges.add(graph.origin[edge], amount);
            }
        }
        return surcharges.bound(graph.copies, -shift * graph.copies, prices);
    }

    private long shift() {
        long shift = 0;
        for (int node = 0; node < graph.nodes; node++) {
            shift = Math.max(shift, flow.coversLeft(node) ? -leftPrice[node] : 0);
            shift = Math.max(shift, flow.coversRight(node) ? -rightPrice[node] : 0);
        }
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (graph.benefit[edge] >= floor) {
                if (flow.forced(edge)) {
                    shift = Math.max(shift, -excess(edge));
                } else if (flow.coversLeft(graph.left[edge]) && flow.coversRight(graph.right[edge])) {
                    shift = Math.max(shift, excess(edge));
                }
            }
        }
        return shift;
    }

    private long excess(int edge) {
        return graph.benefit[edge] - leftPrice[graph.left[edge]] - rightPrice[graph.right[edge]];
    }

    private boolean covered(int edge, boolean rowsOnLeft) {
        boolean left = flow.coversLeft(graph.left[edge]);
        boolean right = flow.coversRight(graph.right[edge]);
        return rowsOnLeft ? left && !right : right && !left;
    }

    private void solve(boolean rowsOnLeft) {
        var rowOfEdge = rowsOnLeft ? graph.left : graph.right;
        var columnOfEdge = rowsOnLeft ? graph.right : graph.left;
        var start = new int[graph.nodes + 1];
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (graph.benefit[edge] >= floor && covered(edge, rowsOnLeft)) {
                start[rowOfEdge[edge] + 1]++;
            }
        }
        for (int node = 0; node < graph.nodes; node++) {
            start[node + 1] += start[node];
        }
        int size = start[graph.nodes];
        var next = Arrays.copyOf(start, graph.nodes);
        var column = new int[size];
        var weight = new long[size];
        var origin = new int[size];
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (graph.benefit[edge] >= floor && covered(edge, rowsOnLeft)) {
                int place = next[rowOfEdge[edge]]++;
                column[place] = columnOfEdge[edge];
                weight[place] = graph.benefit[edge];
                origin[place] = edge;
            }
        }
        var assignment =
                new Assignment(rowCapacity(rowsOnLeft), columnCapacity(rowsOnLeft), start, column, weight).solve();
        keep(assignment, rowsOnLeft, origin, start);
    }

    private int[] rowCapacity(boolean rowsOnLeft) {
        var capacity = new int[graph.nodes];
        for (int node = 0; node < graph.nodes; node++) {
            boolean row = rowsOnLeft ? flow.coversLeft(node) : flow.coversRight(node);
            capacity[node] = row ? graph.capacity[node] : 0;
        }
        return capacity;
    }

    private int[] columnCapacity(boolean rowsOnLeft) {
        var capacity = graph.capacity.clone();
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (flow.forced(edge)) {
                capacity[rowsOnLeft ? graph.right[edge] : graph.left[edge]]--;
            }
        }
        return capacity;
    }

    private void keep(Assignment assignment, boolean rowsOnLeft, int[] origin, int[] start) {
        var rowPrice = rowsOnLeft ? leftPrice : rightPrice;
        var columnPrice = rowsOnLeft ? rightPrice : leftPrice;
        for (int node = 0; node < graph.nodes; node++) {
            boolean row = rowsOnLeft ? flow.coversLeft(node) : flow.coversRight(node);
            boolean column = rowsOnLeft ? !flow.coversRight(node) : !flow.coversLeft(node);
            if (row && start[node] < start[node + 1]) {
                rowPrice[node] = assignment.rowPrice[node];
            }
            if (column) {
                columnPrice[node] = assignment.columnPrice[node];
            }
        }
        for (int at = 0; at < origin.length; at++) {
            if (assignment.used[at]) {
                used[origin[at]] = true;
                surcharge[origin[at]] = excess(origin[at]);
            }
        }
    }
}
