// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// Good prices for an [Assignment], fast and nearly exact: rows that wait bid for the column where they gain most,
/// up to where their second choice would be as good, plus ε; whoever is outbid waits again. ε starts large and
/// falls, and each round starts from the prices of the one before (D. Bertsekas 1988, doi 10.1007/BF02186476).
/// Prices are whole numbers in units of 1/`scale` of a weight. A column of several places sells its cheapest one.
final class Auction {
    private static final int FALL = 6;
    private static final int FIRST_SHARE = 32;
    private static final int FINEST = 256;
    private static final int BIDS_PER_ROW = 60;

    /// The price of a column without places.
    private static final long CLOSED = Long.MAX_VALUE / 2;

    private final Assignment at;
    private final long scale;
    private final long low;
    private final long high;
    private final long span;
    private final long[] price;
    private final long[] slotPrice;
    private final int[] queue;
    private int queueStart;
    private int queueSize;

    private Auction(Assignment assignment, long low, long high) {
        at = assignment;
        this.low = low;
        this.high = high;
        span = high - low;
        long largest = Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
        scale = Math.clamp(Long.MAX_VALUE / 1024 / largest, 1, FINEST);
        price = new long[at.columns];
        slotPrice = new long[at.slotEdge.length];
        queue = new int[at.rows];
        for (int target = 0; target < at.columns; target++) {
            price[target] = at.columnCapacity[target] == 0 ? CLOSED : 0;
        }
    }

    static void run(Assignment assignment) {
        if (assignment.column.length == 0) {
            return;
        }
        long low = assignment.weight.lowest();
        long high = assignment.weight.highest();
        if (low < high && SinglesAuction.suits(assignment, low, high)) {
            SinglesAuction.run(assignment, low, high);
        } else {
            new Auction(assignment, low, high).run();
        }
    }

    static void resume(Assignment assignment) {
        if (assignment.column.length > 0) {
            new Auction(assignment, assignment.weight.lowest(), assignment.weight.highest()).resume();
        }
    }

    private void run() {
        if (span == 0 || scale == 1) {
            return;
        }
        long epsilon = Math.max(1, span * scale / FIRST_SHARE);
        while (true) {
            Interruption.check();
            boolean settled = round(epsilon);
            if (epsilon == 1 || !settled) {
                break;
            }
            epsilon = Math.max(1, epsilon / FALL);
        }
        for (int target = 0; target < at.columns; target++) {
            at.columnPrice[target] = price[target] == CLOSED ? 0 : price[target] / scale;
        }
    }

    /// Goes on from column prices and used edges that fit each other except for a few: only whom a better choice
    /// lures away, and who waits, bids.
    private void resume() {
        long highest = Arrays.stream(at.columnPrice).max().orElse(0);
        if (span == 0 || scale == 1 || highest > Long.MAX_VALUE / 1024 / scale) {
            return;
        }
        for (int target = 0; target < at.columns; target++) {
            price[target] = price[target] == CLOSED ? CLOSED : at.columnPrice[target] * scale;
            Arrays.fill(slotPrice, at.slotStart[target], at.slotStart[target] + at.columnUse[target], price[target]);
        }
        boolean settled = true;
        for (long epsilon = scale; settled && epsilon > 0; epsilon = epsilon == 1 ? 0 : Math.max(1, epsilon / FALL)) {
            queueStart = 0;
            queueSize = 0;
            for (int row = 0; row < at.rows; row++) {
                if (at.start[row] < at.start[row + 1]) {
                    lure(row, epsilon);
                    if (at.rowUse[row] < at.rowCapacity[row]) {
                        queue[queueSize++] = row;
                    }
                }
            }
            settled = bidding((long) BIDS_PER_ROW * at.rows + 1000, epsilon);
        }
        for (int target = 0; target < at.columns; target++) {
            at.columnPrice[target] = price[target] == CLOSED ? 0 : price[target] / scale;
        }
    }

    /// Drops what a row uses although something else would gain it more than ε in addition.
    private void lure(int row, long epsilon) {
        long best = Long.MIN_VALUE;
        for (int edge = at.start[row]; edge < at.start[row + 1]; edge++) {
            if (!at.used.get(edge)) {
                best = Math.max(best, gain(edge));
            }
        }
        for (int edge = at.start[row]; edge < at.start[row + 1]; edge++) {
            if (at.used.get(edge) && gain(edge) < best - epsilon) {
                int target = at.column[edge];
                int slot = at.slotStart[target];
                while (at.slotEdge[slot] != edge) {
                    slot++;
                }
                at.dropSlot(target, slot);
                slotPrice[slot] = slotPrice[at.slotStart[target] + at.columnUse[target]];
            }
        }
    }

    private long gain(int edge) {
        return at.weight.at(edge) * scale - price[at.column[edge]];
    }

    /// False if the bidding went on for too long.
    private boolean round(long epsilon) {
        for (int target = 0; target < at.columns; target++) {
            if (!at.full(target)) {
                price[target] = 0;
            }
            while (at.columnUse[target] > 0) {
                at.dropSlot(target, at.slotStart[target] + at.columnUse[target] - 1);
            }
        }
        queueStart = 0;
        queueSize = 0;
        for (int row = 0; row < at.rows; row++) {
            if (at.rowCapacity[row] > 0 && at.start[row] < at.start[row + 1]) {
                queue[queueSize++] = row;
            }
        }
        return bidding((long) BIDS_PER_ROW * queueSize + 1000, epsilon);
    }

    private boolean bidding(long most, long epsilon) {
        long bids = most;
        while (queueSize > 0 && bids > 0) {
            int row = queue[queueStart];
            queueStart = queueStart + 1 == queue.length ? 0 : queueStart + 1;
            queueSize--;
            while (at.rowUse[row] < at.rowCapacity[row]) {
                bid(row, epsilon);
                bids--;
            }
        }
        return queueSize == 0;
    }

    private void bid(int row, long epsilon) {
        long best = Long.MIN_VALUE;
        long second = Long.MIN_VALUE;
        int bestEdge = -1;
        for (int edge = at.start[row]; edge < at.start[row + 1]; edge++) {
            long gain = gain(edge);
            if (gain > second && !at.used.get(edge)) {
                if (gain > best) {
                    second = best;
                    best = gain;
                    bestEdge = edge;
                } else {
                    second = gain;
                }
            }
        }
        int target = at.column[bestEdge];
        long paid = price[target] + (second < -CLOSED / 2 ? span * scale : best - second) + epsilon;
        if (at.full(target)) {
            outbid(target);
        }
        slotPrice[at.slotStart[target] + at.columnUse[target]] = paid;
        at.use(bestEdge, row);
        if (at.full(target)) {
            price[target] = cheapest(target);
        }
    }

    private void outbid(int target) {
        int first = at.slotStart[target];
        int slot = first;
        while (slotPrice[slot] != price[target]) {
            slot++;
        }
        int row = at.slotRow[slot];
        boolean waits = at.rowUse[row] < at.rowCapacity[row];
        at.dropSlot(target, slot);
        slotPrice[slot] = slotPrice[first + at.columnUse[target]];
        if (!waits) {
            int end = queueStart + queueSize++;
            queue[end >= queue.length ? end - queue.length : end] = row;
        }
    }

    private long cheapest(int target) {
        int first = at.slotStart[target];
        long least = Long.MAX_VALUE;
        for (int slot = first; slot < first + at.columnUse[target]; slot++) {
            least = Math.min(least, slotPrice[slot]);
        }
        return least;
    }
}
