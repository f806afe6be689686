// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// The greatest total weight of edges by which every row is used exactly as often as its capacity says and every
/// column at most so often, each edge at most once, with integer prices that prove it: row price + column price ≥
/// weight on unused edges and ≤ weight on used ones, column prices never negative and zero where places are left.
/// Rows are served one unit at a time by a shortest augmenting path over reduced costs, after a start by tight
/// edges and an auction round between the two best columns (Jonker & Volgenant 1987, doi 10.1007/BF02278710; with
/// several places a used edge may keep a surplus, which is its surcharge). The caller knows that the rows can be
/// served.
final class Assignment {
    private static final long FAR = Long.MAX_VALUE;
    private static final int AUCTION_ROUNDS = 2;

    private final int rows;
    private final int columns;
    private final int[] rowCapacity;
    private final int[] columnCapacity;
    private final int[] start;
    private final int[] column;
    private final long[] weight;
    private final int[] rowOf;
    final long[] rowPrice;
    final long[] columnPrice;
    final boolean[] used;
    private final int[] rowUse;
    private final int[] columnUse;
    private final int[] firstUsed;
    private final int[] nextUsed;

    private final long[] columnDistance;
    private final int[] columnVia;
    private final boolean[] columnDone;
    private final long[] rowDistance;
    private final int[] rowVia;
    private final boolean[] rowDone;
    private final int[] openColumns;
    private final int[] openRows;
    private final int[] doneColumns;
    private final int[] doneRows;
    private int openColumnCount;
    private int openRowCount;
    private int doneColumnCount;
    private int doneRowCount;

    /// @param start where each row's edges begin in `column` and `weight`, with one entry more than there are rows
    Assignment(int[] rowCapacity, int[] columnCapacity, int[] start, int[] column, long[] weight) {
        this.rows = rowCapacity.length;
        this.columns = columnCapacity.length;
        this.rowCapacity = rowCapacity;
        this.columnCapacity = columnCapacity;
        this.start = start;
        this.column = column;
        this.weight = weight;
        rowOf = new int[column.length];
        rowPrice = new long[rows];
        columnPrice = new long[columns];
        used = new boolean[column.length];
        rowUse = new int[rows];
        columnUse = new int[columns];
        firstUsed = new int[columns];
        nextUsed = new int[column.length];
        columnDistance = new long[columns];
        columnVia = new int[columns];
        columnDone = new boolean[columns];
        rowDistance = new long[rows];
        rowVia = new int[rows];
        rowDone = new boolean[rows];
        openColumns = new int[columns];
        openRows = new int[rows];
        doneColumns = new int[columns];
        doneRows = new int[rows];
    }

    Assignment solve() {
        Arrays.fill(firstUsed, -1);
        Arrays.fill(columnDistance, FAR);
        Arrays.fill(rowDistance, FAR);
        startTight();
        for (int round = 0; round < AUCTION_ROUNDS; round++) {
            for (int row = 0; row < rows; row++) {
                if (rowUse[row] == 0 && rowCapacity[row] == 1) {
                    bid(row);
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            while (rowUse[row] < rowCapacity[row]) {
                augment(row);
            }
        }
        return this;
    }

    private void startTight() {
        for (int row = 0; row < rows; row++) {
            long best = Long.MIN_VALUE;
            for (int edge = start[row]; edge < start[row + 1]; edge++) {
                rowOf[edge] = row;
                best = Math.max(best, weight[edge]);
            }
            rowPrice[row] = best;
            for (int edge = start[row]; edge < start[row + 1] && rowUse[row] < rowCapacity[row]; edge++) {
                if (weight[edge] == best && columnUse[column[edge]] < columnCapacity[column[edge]]) {
                    use(edge);
                }
            }
        }
    }

    /// Lets a row take its best column from whoever has it, raising that column's price to where the row would be
    /// as well off with its second best. Only between single places: there, used edges stay tight.
    private void bid(int row) {
        long best = Long.MIN_VALUE;
        long second = Long.MIN_VALUE;
        int bestEdge = -1;
        for (int edge = start[row]; edge < start[row + 1]; edge++) {
            long gain = weight[edge] - columnPrice[column[edge]];
            if (gain > best) {
                second = best;
                best = gain;
                bestEdge = edge;
            } else if (gain > second) {
                second = gain;
            }
        }
        int target = bestEdge < 0 ? -1 : column[bestEdge];
        if (target < 0 || columnCapacity[target] != 1 || second == Long.MIN_VALUE) {
            return;
        }
        int owned = firstUsed[target];
        if (owned >= 0 && (rowCapacity[rowOf[owned]] != 1 || second == best)) {
            return;
        }
        if (owned >= 0) {
            drop(owned);
            columnPrice[target] += best - second;
            rowPrice[row] = second;
        } else {
            rowPrice[row] = best;
        }
        use(bestEdge);
    }

    private void augment(int source) {
        clear();
        reach(source, 0, -1);
        int end = -1;
        long length = 0;
        while (end < 0) {
            int nearestColumn = nearest(openColumns, openColumnCount, columnDistance);
            int nearestRow = nearest(openRows, openRowCount, rowDistance);
            long toColumn = nearestColumn < 0 ? FAR : columnDistance[openColumns[nearestColumn]];
            long toRow = nearestRow < 0 ? FAR : rowDistance[openRows[nearestRow]];
            if (toColumn == FAR && toRow == FAR) {
                throw new IllegalStateException(
                        "Row %d of %d cannot be served. Maybe the cover is not one of a largest flow."
                                .formatted(source, rows));
            }
            if (toRow <= toColumn) {
                int row = openRows[nearestRow];
                openRows[nearestRow] = openRows[--openRowCount];
                scan(row);
            } else {
                int target = openColumns[nearestColumn];
                if (columnUse[target] < columnCapacity[target]) {
                    end = target;
                    length = toColumn;
                } else {
                    openColumns[nearestColumn] = openColumns[--openColumnCount];
                    expand(target);
                }
            }
        }
        reprice(length);
        turn(end, source);
    }

    /// The position of the nearest; among equals a column with a place left, which ends the search.
    private int nearest(int[] open, int count, long[] distance) {
        int best = -1;
        long least = FAR;
        for (int at = 0; at < count; at++) {
            long here = distance[open[at]];
            if (here < least) {
                least = here;
                best = at;
            } else if (here == least && open == openColumns && columnUse[open[at]] < columnCapacity[open[at]]) {
                best = at;
            }
        }
        return best;
    }

    private void reach(int row, long distance, int via) {
        if (!rowDone[row] && distance < rowDistance[row]) {
            if (rowDistance[row] == FAR) {
                openRows[openRowCount++] = row;
            }
            rowDistance[row] = distance;
            rowVia[row] = via;
        }
    }

    private void scan(int row) {
        rowDone[row] = true;
        doneRows[doneRowCount++] = row;
        long base = rowDistance[row] + rowPrice[row];
        for (int edge = start[row]; edge < start[row + 1]; edge++) {
            int target = column[edge];
            if (!used[edge] && !columnDone[target]) {
                long distance = base + columnPrice[target] - weight[edge];
                if (distance < columnDistance[target]) {
                    if (columnDistance[target] == FAR) {
                        openColumns[openColumnCount++] = target;
                    }
                    columnDistance[target] = distance;
                    columnVia[target] = edge;
                }
            }
        }
    }

    private void expand(int target) {
        columnDone[target] = true;
        doneColumns[doneColumnCount++] = target;
        for (int edge = firstUsed[target]; edge >= 0; edge = nextUsed[edge]) {
            int row = rowOf[edge];
            long surplus = weight[edge] - rowPrice[row] - columnPrice[target];
            reach(row, columnDistance[target] + surplus, edge);
        }
    }

    private void reprice(long length) {
        for (int at = 0; at < doneColumnCount; at++) {
            columnPrice[doneColumns[at]] += length - columnDistance[doneColumns[at]];
        }
        for (int at = 0; at < doneRowCount; at++) {
            rowPrice[doneRows[at]] -= length - rowDistance[doneRows[at]];
        }
    }

    private void turn(int end, int source) {
        int target = end;
        while (true) {
            int edge = columnVia[target];
            int row = rowOf[edge];
            int back = rowVia[row];
            if (back >= 0 && row != source) {
                drop(back);
            }
            use(edge);
            if (row == source) {
                return;
            }
            target = column[back];
        }
    }

    private void clear() {
        for (int at = 0; at < openColumnCount; at++) {
            columnDistance[openColumns[at]] = FAR;
        }
        for (int at = 0; at < doneColumnCount; at++) {
            columnDistance[doneColumns[at]] = FAR;
            columnDone[doneColumns[at]] = false;
        }
        for (int at = 0; at < openRowCount; at++) {
            rowDistance[openRows[at]] = FAR;
        }
        for (int at = 0; at < doneRowCount; at++) {
            rowDistance[doneRows[at]] = FAR;
            rowDone[doneRows[at]] = false;
        }
        openColumnCount = 0;
        openRowCount = 0;
        doneColumnCount = 0;
        doneRowCount = 0;
    }

    private void use(int edge) {
        int target = column[edge];
        used[edge] = true;
        rowUse[rowOf[edge]]++;
        columnUse[target]++;
        nextUsed[edge] = firstUsed[target];
        firstUsed[target] = edge;
    }

    private void drop(int edge) {
        int target = column[edge];
        used[edge] = false;
        rowUse[rowOf[edge]]--;
        columnUse[target]--;
        if (firstUsed[target] == edge) {
            firstUsed[target] = nextUsed[edge];
            return;
        }
        int before = firstUsed[target];
        while (nextUsed[before] != edge) {
            before = nextUsed[before];
        }
        nextUsed[before] = nextUsed[edge];
    }
}
