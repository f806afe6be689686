// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.BitSet;

/// The greatest total weight of edges by which every row is used exactly as often as its capacity says and every
/// column at most so often, each edge at most once, with whole-number prices that prove it: row price + column
/// price ≥ weight on unused edges and ≤ weight on used ones, column prices never negative and zero where places are
/// left. With several places a used edge may keep a surplus, which is its surcharge. The caller knows that the rows
/// can be served.
///
/// An [Auction] finds good prices fast and need not be exact. From whatever prices it leaves, [Serving] and
/// [Freeing] reach the optimum by shortest paths.
final class Assignment {
    private static final int HANDFUL = 64;

    final int rows;
    final int columns;
    final int[] rowCapacity;
    final int[] columnCapacity;
    final int[] start;
    final int[] column;
    final Amounts weight;
    final long[] rowPrice;
    final long[] columnPrice;
    final BitSet used;
    final int[] rowUse;
    final int[] columnUse;

    /// The used edges of column `c` and their rows stand in `slotEdge` and `slotRow` from `slotStart[c]` on.
    final int[] slotStart;
    final int[] slotEdge;
    final int[] slotRow;

    /// Whether no number is that of a row with edges and of a column with edges, so that one list of numbers names
    /// both in half the room.
    private boolean apart;

    /// @param start where each row's edges begin in `column` and `weight`, with one entry more than there are rows
    Assignment(int[] rowCapacity, int[] columnCapacity, int[] start, int[] column, Amounts weight) {
        this.rows = rowCapacity.length;
        this.columns = columnCapacity.length;
        this.rowCapacity = rowCapacity;
        this.columnCapacity = columnCapacity;
        this.start = start;
        this.column = column;
        this.weight = weight;
        rowPrice = new long[rows];
        columnPrice = new long[columns];
        used = new BitSet(column.length);
        rowUse = new int[rows];
        columnUse = new int[columns];
        slotStart = slots();
        slotEdge = new int[slotStart[columns]];
        slotRow = new int[slotStart[columns]];
    }

    Assignment solve() {
        Auction.run(this);
        return finish();
    }

    /// Goes on from column prices and used edges that fit each other except for a few. A handful of rows are served
    /// at once; more would search the same places over and over, and bid first.
    Assignment resume() {
        keepWhatFits();
        long waiting = 0;
        for (int row = 0; row < rows; row++) {
            waiting += rowCapacity[row] - rowUse[row];
        }
        if (waiting > HANDFUL) {
            Auction.resume(this);
        }
        return finish();
    }

    /// Goes on from column prices and used edges that need not fit each other.
    Assignment finish() {
        keepWhatFits();
        new Serving(this).run();
        Freeing.run(this);
        return this;
    }

    /// How many numbers searches need to name all rows and columns: the columns' own first, then [#node] of the rows.
    int nodes() {
        return apart ? columns : columns + rows;
    }

    int node(int row) {
        return apart ? row : columns + row;
    }

    boolean isRow(int node) {
        return apart ? start[node] < start[node + 1] : node >= columns;
    }

    int row(int node) {
        return apart ? node : node - columns;
    }

    boolean full(int target) {
        return columnUse[target] >= columnCapacity[target];
    }

    /// The row of an edge, by where the edges of each row stand.
    int rowOf(int edge) {
        return Edges.owner(start, edge);
    }

    void use(int edge, int row) {
        int target = column[edge];
        int slot = slotStart[target] + columnUse[target]++;
        slotEdge[slot] = edge;
        slotRow[slot] = row;
        rowUse[row]++;
        used.set(edge);
    }

    void drop(int edge) {
        int target = column[edge];
        int slot = slotStart[target];
        while (slotEdge[slot] != edge) {
            slot++;
        }
        dropSlot(target, slot);
    }

    void dropSlot(int target, int slot) {
        int last = slotStart[target] + --columnUse[target];
        used.clear(slotEdge[slot]);
        rowUse[slotRow[slot]]--;
        slotEdge[slot] = slotEdge[last];
        slotRow[slot] = slotRow[last];
    }

    /// Gives every row the lowest price that its unused edges allow and drops the used ones that are below it.
    private void keepWhatFits() {
        for (int row = 0; row < rows; row++) {
            long best = Long.MIN_VALUE;
            long worstUsed = Long.MAX_VALUE;
            for (int edge = start[row]; edge < start[row + 1]; edge++) {
                long gain = weight.at(edge) - columnPrice[column[edge]];
                if (used.get(edge)) {
                    worstUsed = Math.min(worstUsed, gain);
                } else {
                    best = Math.max(best, gain);
                }
            }
            if (worstUsed < best) {
                for (int edge = start[row]; edge < start[row + 1]; edge++) {
                    if (used.get(edge) && weight.at(edge) - columnPrice[column[edge]] < best) {
                        drop(edge);
                    }
                }
            }
            rowPrice[row] = best == Long.MIN_VALUE ? (worstUsed == Long.MAX_VALUE ? 0 : worstUsed) : best;
        }
    }

    private int[] slots() {
        var slots = new int[columns + 1];
        for (int target : column) {
            slots[target + 1]++;
        }
        apart = rows == columns;
        for (int row = 0; apart && row < rows; row++) {
            apart = start[row] == start[row + 1] || slots[row + 1] == 0;
        }
        for (int target = 0; target < columns; target++) {
            slots[target + 1] = slots[target] + Math.min(slots[target + 1], columnCapacity[target]);
        }
        return slots;
    }
}
