// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// Takes the price off every column that has a place left. Either the prices around it can fall with it, or, along
/// a shortest path, somebody moves to it and a column whose price falls to zero is left instead. The mirror image
/// of [Serving]: the free column is the source, and the used columns, whose distance is their price, are the ends.
final class Freeing {
    private static final long FAR = Long.MAX_VALUE;

    private final Assignment at;
    private final int[] columnStart;
    private final int[] byColumn;
    private final long[] distance;
    private final int[] via;
    private final Heap waiting;
    private int[] touched = new int[256];
    private int touchedCount;
    private long endLength;
    private int end;

    private Freeing(Assignment assignment) {
        at = assignment;
        columnStart = new int[at.columns + 1];
        byColumn = new int[at.column.length];
        for (int target : at.column) {
            columnStart[target + 1]++;
        }
        for (int target = 0; target < at.columns; target++) {
            columnStart[target + 1] += columnStart[target];
        }
        var next = Arrays.copyOf(columnStart, at.columns);
        for (int row = 0; row < at.rows; row++) {
            for (int edge = at.start[row]; edge < at.start[row + 1]; edge++) {
                byColumn[next[at.column[edge]]++] = edge;
            }
        }
        distance = new long[at.nodes()];
        via = new int[at.nodes()];
        waiting = new Heap(at.nodes());
        Arrays.fill(distance, FAR);
    }

    static void run(Assignment assignment) {
        Freeing freeing = null;
        for (int target = 0; target < assignment.columns; target++) {
            while (assignment.columnPrice[target] > 0 && !assignment.full(target)) {
                if (freeing == null) {
                    freeing = new Freeing(assignment);
                }
                freeing.free(target);
            }
        }
    }

    private void free(int source) {
        end = source;
        endLength = at.columnPrice[source];
        reach(source, 0, -1);
        waiting.offer(source, 0);
        while (!waiting.isEmpty() && waiting.nearestDistance() < endLength) {
            long here = waiting.nearestDistance();
            int node = waiting.takeNearest();
            if (at.isRow(node)) {
                scan(at.row(node), here);
            } else {
                expand(node, here);
            }
        }
        reprice();
        if (end != source) {
            turn(source);
        }
        clear();
    }

    private void expand(int target, long here) {
        if (here + at.columnPrice[target] < endLength) {
            endLength = here + at.columnPrice[target];
            end = target;
        }
        for (int i = columnStart[target]; i < columnStart[target + 1]; i++) {
            int edge = byColumn[i];
            if (!at.used.get(edge)) {
                int row = at.rowOf(edge);
                offer(at.node(row), here + at.rowPrice[row] + at.columnPrice[target] - at.weight.at(edge), edge);
            }
        }
    }

    private void scan(int row, long here) {
        for (int edge = at.start[row]; edge < at.start[row + 1]; edge++) {
            if (at.used.get(edge)) {
                int target = at.column[edge];
                offer(target, here + at.weight.at(edge) - at.rowPrice[row] - at.columnPrice[target], edge);
            }
        }
    }

    private void offer(int node, long length, int edge) {
        if (length < distance[node] && length < endLength) {
            reach(node, length, edge);
            waiting.offer(node, length);
        }
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

    private void reprice() {
        for (int i = 0; i < touchedCount; i++) {
            int node = touched[i];
            if (distance[node] < endLength) {
                if (at.isRow(node)) {
                    at.rowPrice[at.row(node)] += endLength - distance[node];
                } else {
                    at.columnPrice[node] -= endLength - distance[node];
                }
            }
        }
    }

    /// Everybody on the path leaves first, so that no column ever holds more than its places.
    private void turn(int source) {
        for (int target = end; target != source; target = before(target)) {
            at.drop(via[target]);
        }
        for (int target = end; target != source; target = before(target)) {
            int row = at.rowOf(via[target]);
            at.use(via[at.node(row)], row);
        }
    }

    private int before(int target) {
        return at.column[via[at.node(at.rowOf(via[target]))]];
    }

    private void clear() {
        for (int i = 0; i < touchedCount; i++) {
            distance[touched[i]] = FAR;
        }
        touchedCount = 0;
        waiting.clear();
    }
}
