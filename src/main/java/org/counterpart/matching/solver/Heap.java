// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// Nodes waiting by distance, nearest first, each at most once; a nearer distance moves a node up. Four children a
/// node, for fewer cache misses than two.
final class Heap {
    private static final int CHILDREN = 4;
    private static final int ABSENT = -1;

    private final int[] place;
    private int[] node = new int[64];
    private long[] distance = new long[64];
    private int size;

    Heap(int nodes) {
        place = new int[nodes];
        Arrays.fill(place, ABSENT);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int nearest() {
        return node[0];
    }

    long nearestDistance() {
        return distance[0];
    }

    /// Puts a node in, or nearer.
    void offer(int newNode, long newDistance) {
        int at = place[newNode];
        if (at == ABSENT) {
            if (size == node.length) {
                node = Arrays.copyOf(node, 2 * size);
                distance = Arrays.copyOf(distance, 2 * size);
            }
            at = size++;
        }
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            if (distance[parent] <= newDistance) {
                break;
            }
            set(at, node[parent], distance[parent]);
            at = parent;
        }
        set(at, newNode, newDistance);
    }

    int takeNearest() {
        int taken = node[0];
        place[taken] = ABSENT;
        size--;
        if (size > 0) {
            sink(node[size], distance[size]);
        }
        return taken;
    }

    void clear() {
        for (int at = 0; at < size; at++) {
            place[node[at]] = ABSENT;
        }
        size = 0;
    }

    private void sink(int moved, long movedDistance) {
        int at = 0;
        while (true) {
            int first = CHILDREN * at + 1;
            if (first >= size) {
                break;
            }
            int least = first;
            for (int child = first + 1; child < Math.min(first + CHILDREN, size); child++) {
                if (distance[child] < distance[least]) {
                    least = child;
                }
            }
            if (distance[least] >= movedDistance) {
                break;
            }
            set(at, node[least], distance[least]);
            at = least;
        }
        set(at, moved, movedDistance);
    }

    private void set(int at, int newNode, long newDistance) {
        node[at] = newNode;
        distance[at] = newDistance;
        place[newNode] = at;
    }
}
