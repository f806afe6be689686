// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.BitSet;

/// The most edges that a graph's capacities allow, each at most once, and the cover of equal size that proves it
/// (Kőnig 1931): left nodes that cannot be reached from a free left node, right nodes that can, and used edges that
/// lead from a reached left node to an unreached right one, which exist only where both ends have several places.
final class Flow {
    private final Graph graph;
    private final BitSet used;
    private final int size;
    private final BitSet reachedLeft;
    private final BitSet reachedRight;

    Flow(Graph graph, BitSet used, int size, BitSet reachedLeft, BitSet reachedRight) {
        this.graph = graph;
        this.used = used;
        this.size = size;
        this.reachedLeft = reachedLeft;
        this.reachedRight = reachedRight;
    }

    static Flow most(Graph graph) {
        return most(graph, new int[0]);
    }

    /// @param start edges of the root to begin with, as many of them as are in this graph and fit
    static Flow most(Graph graph, int[] start) {
        return FlowSearch.most(graph, start);
    }

    int size() {
        return size;
    }

    /// The used edges as edges of the root, ascending.
    int[] edges() {
        return used.stream().map(graph::inRoot).toArray();
    }

    boolean coversLeft(int node) {
        return !reachedLeft.get(node);
    }

    boolean coversRight(int node) {
        return reachedRight.get(node);
    }

    /// Used edges that are covered by neither end and must therefore be used by every largest flow, ascending.
    int[] forced() {
        return used.stream()
                .filter(edge -> !coversLeft(graph.left(edge)) && !coversRight(graph.right[edge]))
                .toArray();
    }

    /// The cover as prices: the denominator is the number of copies of the graph.
    Bound cover() {
        var prices = new long[graph.nodes];
        for (int node = 0; node < graph.nodes; node++) {
            prices[node] = (coversLeft(node) ? 1 : 0) + (coversRight(node) ? 1 : 0);
        }
        var surcharges = new Surcharges();
        for (int edge : forced()) {
            surcharges.add(graph.origin(edge), 1);
        }
        return surcharges.bound(graph.copies, 0, prices);
    }
}
