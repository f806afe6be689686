// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;

/// An [Auction] for rows and columns of one place each, as nearly all are, and weights that are not too far apart:
/// the same bidding with far fewer cache misses. Prices take four bytes. Every row keeps the best few columns of its
/// last look at all of them, and a limit that the rest did not exceed; within a round prices only rise, so it looks
/// again only when its second choice has fallen below that limit. Who was outbid last bids first, and a row whose
/// column is still good enough for the next ε keeps it.
final class SinglesAuction {
    private static final int FALL = 6;
    private static final int FIRST_SHARE = 32;
    private static final int COARSEST = 16;
    private static final int FINEST = 256;
    private static final int BIDS_PER_ROW = 60;
    private static final int KEPT = 6;

    /// Weights stay below the first, prices below the second; gains of columns that cannot be had are below the
    /// last, and those of all others above it.
    private static final int HEAVIEST = 1 << 26;
    private static final int DEAREST = 1 << 29;
    private static final int CLOSED = 1 << 30;
    private static final int HOPELESS = -DEAREST - DEAREST / 2;

    private final Assignment at;
    private final long low;
    private final long span;
    private final int scale;
    private final int[] price;
    private final int[] owner;
    private final int[] owned;

    /// The kept columns of row `r` and their weights stand from `kept[r]` on; rows without edges keep none.
    private final int[] kept;

    private final int[] keptColumn;
    private final int[] keptWeight;
    private final int[] limit;

    private final int[] waiting;
    private int waitingCount;
    private final int[] gains;
    private final int[] bestGain = new int[KEPT + 1];
    private final int[] bestEdge = new int[KEPT + 1];

    private SinglesAuction(Assignment assignment, long low, long high) {
        at = assignment;
        this.low = low;
        span = Math.max(1, high - low);
        scale = (int) Math.min(FINEST, HEAVIEST / span);
        price = new int[at.columns];
        owner = new int[at.columns];
        owned = new int[at.rows];
        kept = new int[at.rows];
        int next = 0;
        for (int row = 0; row < at.rows; row++) {
            kept[row] = next;
            next += at.start[row] < at.start[row + 1] ? KEPT : 0;
        }
        keptColumn = new int[next];
        keptWeight = new int[next];
        limit = new int[at.rows];
        waiting = new int[at.rows];
        gains = new int[mostEdgesOfARow()];
        Arrays.fill(owner, -1);
        Arrays.fill(owned, -1);
        Arrays.fill(limit, Integer.MAX_VALUE);
        for (int target = 0; target < at.columns; target++) {
            price[target] = at.columnCapacity[target] == 0 ? CLOSED : 0;
        }
    }

    private int mostEdgesOfARow() {
        int most = 0;
        for (int row = 0; row < at.rows; row++) {
            most = Math.max(most, at.start[row + 1] - at.start[row]);
        }
        return most;
    }

    /// Whether the assignment is one of these.
    static boolean suits(Assignment assignment, long low, long high) {
        return HEAVIEST / COARSEST >= high - low
                && high - low >= 0
                && (long) assignment.rows * KEPT <= Integer.MAX_VALUE
                && Arrays.stream(assignment.rowCapacity).allMatch(places -> places <= 1)
                && Arrays.stream(assignment.columnCapacity).allMatch(places -> places <= 1);
    }

    static void run(Assignment assignment, long low, long high) {
        var auction = new SinglesAuction(assignment, low, high);
        int epsilon = (int) Math.max(1, auction.span * auction.scale / FIRST_SHARE);
        while (auction.round(epsilon) && epsilon > 1) {
            epsilon = Math.max(1, epsilon / FALL);
        }
        auction.handOver();
    }

    /// False if the bidding went on for too long or too high.
    private boolean round(int epsilon) {
        freeUnsold();
        waitingCount = 0;
        for (int row = 0; row < at.rows; row++) {
            if (at.rowCapacity[row] > 0 && at.start[row] < at.start[row + 1] && !content(row, epsilon)) {
                waiting[waitingCount++] = row;
            }
        }
        long bids = (long) BIDS_PER_ROW * at.rows + 1000;
        boolean bearable = true;
        while (waitingCount > 0 && bearable && bids-- > 0) {
            bearable = bid(waiting[--waitingCount], epsilon) < DEAREST;
        }
        return waitingCount == 0 && bearable;
    }

    /// Columns that nobody has cost nothing; where that lowers a price, no limit holds any longer.
    private void freeUnsold() {
        boolean lower = false;
        for (int target = 0; target < at.columns; target++) {
            if (owner[target] < 0 && price[target] > 0 && price[target] < CLOSED) {
                price[target] = 0;
                lower = true;
            }
        }
        if (lower) {
            Arrays.fill(limit, Integer.MAX_VALUE);
        }
    }

    /// Whether a row's column is within ε of its best one; if not, it gives the column up.
    private boolean content(int row, int epsilon) {
        int own = owned[row];
        if (own < 0) {
            return false;
        }
        if (bestKept(row) < limit[row]) {
            look(row);
        }
        int gain = Integer.MIN_VALUE;
        for (int i = kept[row]; i < kept[row] + KEPT; i++) {
            gain = keptColumn[i] == own ? Math.max(gain, keptWeight[i] - price[own]) : gain;
        }
        if (gain >= bestKept(row) - epsilon) {
            return true;
        }
        owner[own] = -1;
        owned[row] = -1;
        return false;
    }

    private int bestKept(int row) {
        int best = Integer.MIN_VALUE;
        for (int i = kept[row]; i < kept[row] + KEPT; i++) {
            best = Math.max(best, keptWeight[i] - price[keptColumn[i]]);
        }
        return best;
    }

    /// The new price of the column that the row takes.
    private int bid(int row, int epsilon) {
        for (boolean again = false; ; again = true) {
            int best = Integer.MIN_VALUE;
            int second = Integer.MIN_VALUE;
            int bestAt = -1;
            for (int i = kept[row]; i < kept[row] + KEPT; i++) {
                int gain = keptWeight[i] - price[keptColumn[i]];
                if (gain > best) {
                    second = best;
                    best = gain;
                    bestAt = i;
                } else if (gain > second) {
                    second = gain;
                }
            }
            if (second >= limit[row] || again) {
                long more = second < HOPELESS ? span * scale : best - second;
                return take(row, keptColumn[bestAt], (int) Math.min(DEAREST, more + epsilon));
            }
            look(row);
        }
    }

    private int take(int row, int target, int more) {
        int before = owner[target];
        if (before >= 0) {
            owned[before] = -1;
            waiting[waitingCount++] = before;
        }
        owner[target] = row;
        owned[row] = target;
        price[target] += more;
        return price[target];
    }

    /// Keeps the best columns and the limit of the rest. All gains are worked out first, without a branch among
    /// them, so that the processor fetches many prices at once.
    private void look(int row) {
        int first = at.start[row];
        int count = at.start[row + 1] - first;
        for (int i = 0; i < count; i++) {
            gains[i] = weight(first + i) - price[at.column[first + i]];
        }
        int best = 0;
        int least = -CLOSED;
        for (int i = 0; i < count; i++) {
            if (gains[i] > least) {
                int place = best <= KEPT ? best++ : KEPT;
                while (place > 0 && bestGain[place - 1] < gains[i]) {
                    bestGain[place] = bestGain[place - 1];
                    bestEdge[place] = bestEdge[place - 1];
                    place--;
                }
                bestGain[place] = gains[i];
                bestEdge[place] = first + i;
                least = best > KEPT ? bestGain[KEPT] : -CLOSED;
            }
        }
        for (int i = 0; i < KEPT; i++) {
            keptColumn[kept[row] + i] = at.column[bestEdge[i < best ? i : 0]];
            keptWeight[kept[row] + i] = i < best ? weight(bestEdge[i]) : -CLOSED;
        }
        limit[row] = least;
    }

    private int weight(int edge) {
        return (int) (at.weight.at(edge) - low) * scale;
    }

    private void handOver() {
        for (int target = 0; target < at.columns; target++) {
            at.columnPrice[target] = price[target] == CLOSED ? 0 : price[target] / scale;
        }
        for (int row = 0; row < at.rows; row++) {
            if (owned[row] >= 0) {
                at.use(heaviest(row, owned[row]), row);
            }
        }
    }

    private int heaviest(int row, int target) {
        int heaviest = -1;
        for (int edge = at.start[row]; edge < at.start[row + 1]; edge++) {
            if (at.column[edge] == target && (heaviest < 0 || at.weight.at(edge) > at.weight.at(heaviest))) {
                heaviest = edge;
            }
        }
        return heaviest;
    }
}
