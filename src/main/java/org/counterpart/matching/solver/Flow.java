// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// The most edges with at least a given benefit that a graph's capacities allow, each at most once, found by
/// shortest augmenting paths in phases (Hopcroft & Karp 1973, doi 10.1137/0202019), and the cover of equal size
/// that proves it (Kőnig 1931): left nodes that cannot be reached from a free left node, right nodes that can, and
/// used edges that lead from a reached left node to an unreached right one, which exist only where both ends have
/// several places.
final class Flow {
    private static final int UNSEEN = Integer.MAX_VALUE;

    private final Graph graph;
    private final long floor;
    final boolean[] used;
    private final int[] leftUse;
    private final int[] rightUse;
    private final int[] firstUsed;
    private final int[] nextUsed;
    private final int[] level;
    private final int[] rightLevel;
    private final int[] cursor;
    private final int[] path;
    private int size;

    private Flow(Graph graph, long floor) {
        this.graph = graph;
        this.floor = floor;
        used = new boolean[graph.edges()];
        leftUse = new int[graph.nodes];
        rightUse = new int[graph.nodes];
        firstUsed = new int[graph.nodes];
        nextUsed = new int[graph.edges()];
        level = new int[graph.nodes];
        rightLevel = new int[graph.nodes];
        cursor = new int[graph.nodes];
        path = new int[2 * graph.nodes + 2];
        Arrays.fill(firstUsed, -1);
    }

    /// @param floor edges with less benefit are not used
    static Flow most(Graph graph, long floor) {
        return new Flow(graph, floor).run();
    }

    /// The same, starting from what an earlier flow on the same graph used.
    static Flow most(Graph graph, long floor, Flow start) {
        var flow = new Flow(graph, floor);
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (start.used[edge] && graph.benefit[edge] >= floor) {
                flow.use(edge);
            }
        }
        return flow.run();
    }

    int size() {
        return size;
    }

    private Flow run() {
        fillGreedily();
        while (layer()) {
            System.arraycopy(graph.start, 0, cursor, 0, graph.nodes);
            for (int node = 0; node < graph.nodes; node++) {
                while (leftUse[node] < graph.capacity[node] && augment(node)) {
                    size++;
                }
            }
        }
        return this;
    }

    private void fillGreedily() {
        for (int node = 0; node < graph.nodes; node++) {
            for (int edge = graph.start[node];
                    edge < graph.start[node + 1] && leftUse[node] < graph.capacity[node];
                    edge++) {
                int other = graph.right[edge];
                if (!used[edge] && graph.benefit[edge] >= floor && rightUse[other] < graph.capacity[other]) {
                    use(edge);
                }
            }
        }
    }

    private void use(int edge) {
        used[edge] = true;
        leftUse[graph.left[edge]]++;
        rightUse[graph.right[edge]]++;
        link(edge);
        size++;
    }

    /// Distances from the free left nodes; false if no free right node can be reached.
    private boolean layer() {
        Arrays.fill(level, UNSEEN);
        Arrays.fill(rightLevel, UNSEEN);
        var queue = new int[graph.nodes];
        int end = 0;
        for (int node = 0; node < graph.nodes; node++) {
            if (leftUse[node] < graph.capacity[node]) {
                level[node] = 0;
                queue[end++] = node;
            }
        }
        boolean reached = false;
        for (int at = 0; at < end; at++) {
            int node = queue[at];
            for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                int other = graph.right[edge];
                if (rightLevel[other] == UNSEEN && !used[edge] && graph.benefit[edge] >= floor) {
                    rightLevel[other] = level[node] + 1;
                    reached |= rightUse[other] < graph.capacity[other];
                    for (int back = firstUsed[other]; back >= 0; back = nextUsed[back]) {
                        int before = graph.left[back];
                        if (level[before] == UNSEEN) {
                            level[before] = level[node] + 2;
                            queue[end++] = before;
                        }
                    }
                }
            }
        }
        return reached;
    }

    /// Follows the layers down to a free right node; `path` holds the unused edges taken, the used ones between
    /// them are found again when the path is turned over.
    private boolean augment(int source) {
        int depth = 0;
        int node = source;
        while (true) {
            int edge = cursor[node];
            if (edge == graph.start[node + 1]) {
                if (depth == 0) {
                    return false;
                }
                depth -= 2;
                node = graph.left[path[depth]];
                continue;
            }
            int other = graph.right[edge];
            if (used[edge] || graph.benefit[edge] < floor || rightLevel[other] != level[node] + 1) {
                cursor[node]++;
                continue;
            }
            if (rightUse[other] < graph.capacity[other]) {
                path[depth] = edge;
                turn(depth);
                return true;
            }
            int back = nextBack(other, level[node] + 2);
            if (back < 0) {
                cursor[node]++;
                continue;
            }
            path[depth] = edge;
            path[depth + 1] = back;
            depth += 2;
            node = graph.left[back];
        }
    }

    /// A used edge to a node of the next layer that is not exhausted yet.
    private int nextBack(int other, int wanted) {
        for (int back = firstUsed[other]; back >= 0; back = nextUsed[back]) {
            int before = graph.left[back];
            if (level[before] == wanted && cursor[before] < graph.start[before + 1]) {
                return back;
            }
        }
        return -1;
    }

    private void turn(int depth) {
        for (int at = depth; at >= 0; at -= 2) {
            int edge = path[at];
            if (at > 0) {
                int back = path[at - 1];
                used[back] = false;
                unlink(back);
                leftUse[graph.left[back]]--;
                rightUse[graph.right[back]]--;
            }
            used[edge] = true;
            link(edge);
            leftUse[graph.left[edge]]++;
            rightUse[graph.right[edge]]++;
        }
    }

    private void link(int edge) {
        int other = graph.right[edge];
        nextUsed[edge] = firstUsed[other];
        firstUsed[other] = edge;
    }

    private void unlink(int edge) {
        int other = graph.right[edge];
        if (firstUsed[other] == edge) {
            firstUsed[other] = nextUsed[edge];
            return;
        }
        int before = firstUsed[other];
        while (nextUsed[before] != edge) {
            before = nextUsed[before];
        }
        nextUsed[before] = nextUsed[edge];
    }

    boolean coversLeft(int node) {
        return level[node] == UNSEEN;
    }

    boolean coversRight(int node) {
        return rightLevel[node] != UNSEEN;
    }

    /// Whether the edge is covered by neither end and must therefore be used by every largest flow.
    boolean forced(int edge) {
        return used[edge] && !coversLeft(graph.left[edge]) && !coversRight(graph.right[edge]);
    }

    /// The cover as prices: the denominator is the number of copies of the graph.
    Bound cover() {
        var prices = new long[graph.nodes];
        for (int node = 0; node < graph.nodes; node++) {
            prices[node] = (coversLeft(node) ? 1 : 0) + (coversRight(node) ? 1 : 0);
        }
        var surcharges = new Surcharges();
        for (int edge = 0; edge < graph.edges(); edge++) {
            if (forced(edge)) {
                surcharges.add(graph.origin[edge], 1);
            }
        }
        return surcharges.bound(graph.copies, 0, prices);
    }
}
