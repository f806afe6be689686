// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Pairs that may be made among people 0 … n−1, mentor by mentor: the edges of mentor `m` stand from `start[m]` to
/// before `start[m + 1]`. Eight bytes an edge where benefits are small. Arrays are taken over, not copied.
public final class Edges {
    final int[] start;
    final int[] mentee;
    final Amounts benefit;
    final long lowest;
    final long highest;

    private Edges(int[] start, int[] mentee, Amounts benefit) {
        this.start = start;
        this.mentee = mentee;
        this.benefit = benefit;
        this.lowest = mentee.length == 0 ? 0 : benefit.lowest();
        this.highest = mentee.length == 0 ? 0 : benefit.highest();
    }

    /// @param start n + 1 positions, ascending from 0 to the number of edges
    public static Edges of(int[] start, int[] mentee, Amounts benefit) {
        if (mentee.length != benefit.size() || start[start.length - 1] != mentee.length) {
            throw new IllegalArgumentException(
                    "The columns have %d ends, %d mentees and %d benefits. Maybe one was cut short."
                            .formatted(start[start.length - 1], mentee.length, benefit.size()));
        }
        return new Edges(start, mentee, benefit);
    }

    /// @param mentor ascending
    public static Edges of(int people, int[] mentor, int[] mentee, Amounts benefit) {
        var start = new int[people + 1];
        for (int edge = 0; edge < mentor.length; edge++) {
            if (mentor[edge] < 0 || mentor[edge] >= people || edge > 0 && mentor[edge] < mentor[edge - 1]) {
                throw new IllegalArgumentException("Edge %d is of mentor %d; mentors must ascend from 0 to %d."
                        .formatted(edge, mentor[edge], people - 1));
            }
            start[mentor[edge] + 1]++;
        }
        for (int person = 0; person < people; person++) {
            start[person + 1] += start[person];
        }
        return of(start, mentee, benefit);
    }

    /// From columns in any order; the edges stand by mentor and, within a mentor, by mentee, whatever that order
    /// was.
    public static Edges sorted(int people, int[] mentor, int[] mentee, long[] benefit) {
        var byMentee = positions(people, mentee, null);
        var start = new int[people + 1];
        var order = positions(people, mentor, byMentee);
        var mentees = new int[order.length];
        var benefits = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            start[mentor[order[i]] + 1]++;
            mentees[i] = mentee[order[i]];
            benefits[i] = benefit[order[i]];
        }
        for (int person = 0; person < people; person++) {
            start[person + 1] += start[person];
        }
        return of(start, mentees, Amounts.of(benefits));
    }

    /// Positions sorted by key, equal ones in the given order (counting sort).
    private static int[] positions(int people, int[] key, int @Nullable [] order) {
        var next = new int[people + 1];
        for (int each : key) {
            next[each + 1]++;
        }
        for (int person = 0; person < people; person++) {
            next[person + 1] += next[person];
        }
        var sorted = new int[key.length];
        for (int i = 0; i < key.length; i++) {
            int position = order == null ? i : order[i];
            sorted[next[key[position]]++] = position;
        }
        return sorted;
    }

    public int people() {
        return start.length - 1;
    }

    public int size() {
        return mentee.length;
    }

    /// Where the edges of a mentor begin.
    public int from(int person) {
        return start[person];
    }

    /// Found by halving; whoever goes through all edges goes mentor by mentor instead.
    public int mentor(int edge) {
        return owner(start, edge);
    }

    public int mentee(int edge) {
        return mentee[edge];
    }

    public long benefit(int edge) {
        return benefit.at(edge);
    }

    /// The least benefit of some edges.
    long least(int[] some) {
        return IntStream.of(some).mapToLong(benefit::at).min().orElseThrow();
    }

    /// The edge between two people, or −1.
    public int between(int mentor, int mentee) {
        for (int edge = start[mentor]; edge < start[mentor + 1]; edge++) {
            if (this.mentee[edge] == mentee) {
                return edge;
            }
        }
        return -1;
    }

    /// Those of the edges that stand at the given positions, which ascend.
    public Edges only(int[] positions) {
        var starts = new int[start.length];
        var mentees = new int[positions.length];
        int person = 0;
        for (int i = 0; i < positions.length; i++) {
            while (start[person + 1] <= positions[i]) {
                starts[++person] = i;
            }
            mentees[i] = mentee[positions[i]];
        }
        Arrays.fill(starts, person + 1, starts.length, positions.length);
        return new Edges(starts, mentees, benefit.at(positions));
    }

    /// All but one.
    public Edges without(int gone) {
        return only(IntStream.range(0, size()).filter(edge -> edge != gone).toArray());
    }

    /// The last owner whose positions begin at or before a position.
    static int owner(int[] start, int position) {
        int low = 0;
        int high = start.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (start[middle] <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
