// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.BitSet;

/// Seeks a [Flow] by shortest augmenting paths in phases (Hopcroft & Karp 1973, doi 10.1137/0202019). What it needs
/// on the way is as long as there are people, many times over, so it is let go of before prices are sought.
final class FlowSearch {
    private static final int UNSEEN = Integer.MAX_VALUE;

    private final Graph graph;
    private final BitSet used;
    private final int[] leftUse;
    private final int[] rightUse;

    /// The used edges of right node `r` and their left nodes stand from `slotStart[r]` on.
    private final int[] slotStart;
    private final int[] slotEdge;
    private final int[] slotLeft;

    private final int[] level;
    private final int[] rightLevel;
    private final int[] cursor;
    private final int[] queue;
    private final int[] pathEdge;
    private final int[] pathNode;
    private int nearestFree;
    private int size;

    private FlowSearch(Graph graph) {
        this.graph = graph;
        used = new BitSet(graph.edges());
        leftUse = new int[graph.nodes];
        rightUse = new int[graph.nodes];
        slotStart = slots();
        slotEdge = new int[slotStart[graph.nodes]];
        slotLeft = new int[slotStart[graph.nodes]];
        level = new int[graph.nodes];
        rightLevel = new int[graph.nodes];
        cursor = new int[graph.nodes];
        queue = new int[graph.nodes];
        pathEdge = new int[graph.nodes + 1];
        pathNode = new int[graph.nodes + 1];
    }

    /// @param start edges of the root to begin with, as many of them as are in this graph and fit
    static Flow most(Graph graph, int[] start) {
        var search = new FlowSearch(graph);
        for (int rootEdge : start) {
            int edge = graph.fromRoot(rootEdge);
            if (edge >= 0 && graph.benefit.at(edge) >= graph.floor) {
                search.useIfFree(edge, graph.left(edge));
            }
        }
        search.fillGreedily();
        search.augment();
        return new Flow(graph, search.used, search.size, seen(search.level), seen(search.rightLevel));
    }

    private static BitSet seen(int[] level) {
        var seen = new BitSet(level.length);
        for (int node = 0; node < level.length; node++) {
            seen.set(node, level[node] != UNSEEN);
        }
        return seen;
    }

    private int[] slots() {
        var slots = new int[graph.nodes + 1];
        for (int node : graph.right) {
            slots[node + 1]++;
        }
        for (int node = 0; node < graph.nodes; node++) {
            slots[node + 1] = slots[node] + Math.min(slots[node + 1], graph.capacity[node]);
        }
        return slots;
    }

    private void useIfFree(int edge, int node) {
        int other = graph.right[edge];
        if (leftUse[node] < graph.capacity[node] && rightUse[other] < graph.capacity[other] && !used.get(edge)) {
            use(edge, node);
        }
    }

    private void fillGreedily() {
        for (int node = 0; node < graph.nodes; node++) {
            for (int edge = graph.start[node];
                    edge < graph.start[node + 1] && leftUse[node] < graph.capacity[node];
                    edge++) {
                int other = graph.right[edge];
                if (rightUse[other] < graph.capacity[other]
                        && graph.benefit.at(edge) >= graph.floor
                        && !used.get(edge)) {
                    use(edge, node);
                }
            }
        }
    }

    private void augment() {
        while (layer()) {
            Interruption.check();
            System.arraycopy(graph.start, 0, cursor, 0, graph.nodes);
            for (int node = 0; node < graph.nodes; node++) {
                while (leftUse[node] < graph.capacity[node] && augment(node)) {
                    continue;
                }
            }
        }
    }

    /// Distances from the free left nodes, up to the nearest free right nodes; false if there are none within
    /// reach, and then everything within reach has its distance.
    private boolean layer() {
        Arrays.fill(level, UNSEEN);
        Arrays.fill(rightLevel, UNSEEN);
        int end = 0;
        for (int node = 0; node < graph.nodes; node++) {
            if (leftUse[node] < graph.capacity[node]) {
                level[node] = 0;
                queue[end++] = node;
            }
        }
        int unseen = graph.nodes;
        nearestFree = UNSEEN;
        for (int at = 0; at < end && unseen > 0 && level[queue[at]] < nearestFree; at++) {
            int node = queue[at];
            for (int edge = graph.start[node]; edge < graph.start[node + 1]; edge++) {
                int other = graph.right[edge];
                if (rightLevel[other] == UNSEEN && graph.benefit.at(edge) >= graph.floor && !used.get(edge)) {
                    rightLevel[other] = level[node] + 1;
                    unseen--;
                    if (rightUse[other] < graph.capacity[other]) {
                        nearestFree = level[node] + 1;
                    }
                    for (int slot = slotStart[other]; slot < slotStart[other] + rightUse[other]; slot++) {
                        int before = slotLeft[slot];
                        if (level[before] == UNSEEN) {
                            level[before] = level[node] + 2;
                            queue[end++] = before;
                        }
                    }
                }
            }
        }
        return nearestFree != UNSEEN;
    }

    /// Follows the layers down to a free right node. `pathEdge[d]` is the unused edge taken from the left node
    /// `pathNode[d]`.
    private boolean augment(int source) {
        int depth = 0;
        pathNode[0] = source;
        while (true) {
            int node = pathNode[depth];
            int edge = cursor[node];
            if (edge == graph.start[node + 1]) {
                if (depth == 0) {
                    return false;
                }
                depth--;
                continue;
            }
            int other = graph.right[edge];
            if (rightLevel[other] != level[node] + 1 || graph.benefit.at(edge) < graph.floor || used.get(edge)) {
                cursor[node]++;
                continue;
            }
            if (rightUse[other] < graph.capacity[other]) {
                pathEdge[depth] = edge;
                turn(depth);
                return true;
            }
            int back = rightLevel[other] == nearestFree ? -1 : nextBack(other, level[node] + 2);
            if (back < 0) {
                cursor[node]++;
                continue;
            }
            pathEdge[depth] = edge;
            pathNode[++depth] = back;
        }
    }

    /// A left node of the next layer that uses a right node and is not exhausted yet.
    private int nextBack(int other, int wanted) {
        for (int slot = slotStart[other]; slot < slotStart[other] + rightUse[other]; slot++) {
            int before = slotLeft[slot];
            if (level[before] == wanted && cursor[before] < graph.start[before + 1]) {
                return before;
            }
        }
        return -1;
    }

    private void turn(int depth) {
        for (int at = depth; at >= 0; at--) {
            if (at > 0) {
                drop(pathEdge[at - 1], pathNode[at]);
            }
            use(pathEdge[at], pathNode[at]);
        }
    }

    private void use(int edge, int node) {
        int other = graph.right[edge];
        int slot = slotStart[other] + rightUse[other]++;
        slotEdge[slot] = edge;
        slotLeft[slot] = node;
        leftUse[node]++;
        used.set(edge);
        size++;
    }

    /// Takes the right node of an edge away from a left node.
    private void drop(int edge, int node) {
        int other = graph.right[edge];
        int slot = slotStart[other];
        while (slotLeft[slot] != node) {
            slot++;
        }
        int last = slotStart[other] + --rightUse[other];
        used.clear(slotEdge[slot]);
        slotEdge[slot] = slotEdge[last];
        slotLeft[slot] = slotLeft[last];
        leftUse[node]--;
        size--;
    }
}
