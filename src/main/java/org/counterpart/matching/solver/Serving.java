// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// Serves the rows of an assignment that wait, one unit at a time, by a shortest augmenting path over reduced costs
/// (Jonker & Volgenant 1987, doi 10.1007/BF02278710), which keeps every price exact. Distances of columns and rows
/// are kept by [Assignment#node].
final class Serving {
    private static final long FAR = Long.MAX_VALUE;

    private final Assignment at;
    private final long[] distance;
    private final int[] via;
    private final Heap waiting;
    private int[] touched = new int[256];
    private int touchedCount;

    Serving(Assignment assignment) {
        at = assignment;
        int nodes = at.nodes();
        distance = new long[nodes];
        via = new int[nodes];
        waiting = new Heap(nodes);
        Arrays.fill(distance, FAR);
    }

    void run() {
        for (int row = 0; row < at.rows; row++) {
            Interruption.check();
            while (at.rowUse[row] < at.rowCapacity[row]) {
                serve(row);
            }
        }
    }

    private void serve(int source) {
        reach(at.node(source), 0, -1);
        int end = scan(source, 0);
        while (end < 0) {
            if (waiting.isEmpty()) {
                throw new IllegalStateException(
                        "Row %d of %d cannot be served. Maybe the cover is not one of a largest flow."
                                .formatted(source, at.rows));
            }
            long here = waiting.nearestDistance();
            int node = waiting.takeNearest();
            if (at.isRow(node)) {
                end = scan(at.row(node), here);
            } else if (at.full(node)) {
                end = expand(node, here);
            } else {
                end = node;
            }
        }
        reprice(distance[end]);
        turn(end, source);
        clear();
    }

    /// Relaxes a row's unused edges; a column with a place left at the same distance ends the search.
    private int scan(int row, long base) {
        long from = base + at.rowPrice[row];
        for (int edge = at.start[row]; edge < at.start[row + 1]; edge++) {
            int target = at.column[edge];
            long length = from + at.columnPrice[target] - at.weight.at(edge);
            if (length < distance[target] && !at.used.get(edge)) {
                reach(target, length, edge);
                if (length == base && !at.full(target)) {
                    return target;
                }
                waiting.offer(target, length);
            }
        }
        return -1;
    }

    private int expand(int target, long here) {
        int first = at.slotStart[target];
        for (int slot = first; slot < first + at.columnUse[target]; slot++) {
            int row = at.slotRow[slot];
            int edge = at.slotEdge[slot];
            long length = here + at.weight.at(edge) - at.rowPrice[row] - at.columnPrice[target];
            int node = at.node(row);
            if (length < distance[node]) {
                reach(node, length, edge);
                if (length == here) {
                    int end = scan(row, here);
                    if (end >= 0) {
                        return end;
                    }
                } else {
                    waiting.offer(node, length);
                }
            }
        }
        return -1;
    }

    private void reach(int node, long length, int edge) {
        if (distance[node] == FAR) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedCount);
            }
            touched[touchedCount++] = node;
        }
        distance[node] = length;
        via[node] = edge;
    }

    private void reprice(long length) {
        for (int i = 0; i < touchedCount; i++) {
            int node = touched[i];
            if (distance[node] < length) {
                if (at.isRow(node)) {
                    at.rowPrice[at.row(node)] -= length - distance[node];
                } else {
                    at.columnPrice[node] += length - distance[node];
                }
            }
        }
    }

    private void turn(int end, int source) {
        int target = end;
        while (true) {
            int edge = via[target];
            int row = at.rowOf(edge);
            int back = via[at.node(row)];
            if (back >= 0) {
                at.drop(back);
            }
            at.use(edge, row);
            if (row == source) {
                return;
            }
            target = at.column[back];
        }
    }

    private void clear() {
        for (int i = 0; i < touchedCount; i++) {
            distance[touched[i]] = FAR;
        }
        touchedCount = 0;
        waiting.clear();
    }
}
