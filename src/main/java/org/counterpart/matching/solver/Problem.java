// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.stream.IntStream;

/// People 0 … n−1 with capacities, and the pairs that may be made among them. Edge `e` pairs `mentor[e]` with
/// `mentee[e]` for `benefit[e]`, an exact whole number in any unit, possibly negative. A person who stands in both
/// columns is used in one role or the other, never in both. Ties fall to whoever comes first, so the caller decides
/// the order. Arrays are taken over, not copied.
public final class Problem {
    final int[] capacity;
    final int[] mentor;
    final int[] mentee;
    final long[] benefit;

    private Problem(int[] capacity, int[] mentor, int[] mentee, long[] benefit) {
        this.capacity = capacity;
        this.mentor = mentor;
        this.mentee = mentee;
        this.benefit = benefit;
    }

    public static Problem of(int[] capacity, int[] mentor, int[] mentee, long[] benefit) {
        if (mentor.length != mentee.length || mentor.length != benefit.length) {
            throw new IllegalArgumentException(
                    "The columns have %d mentors, %d mentees and %d benefits. Maybe one was cut short."
                            .formatted(mentor.length, mentee.length, benefit.length));
        }
        for (int person = 0; person < capacity.length; person++) {
            if (capacity[person] < 0) {
                throw new IllegalArgumentException(
                        "The capacity (%d) of person %d must not be negative.".formatted(capacity[person], person));
            }
        }
        for (int edge = 0; edge < mentor.length; edge++) {
            checkEdge(capacity.length, mentor[edge], mentee[edge], edge);
        }
        checkMagnitude(capacity, benefit);
        return new Problem(capacity, mentor, mentee, benefit);
    }

    public int people() {
        return capacity.length;
    }

    public int edges() {
        return mentor.length;
    }

    /// People who could be used in either role, in order.
    int[] eithers() {
        var mentors = new boolean[people()];
        var mentees = new boolean[people()];
        for (int edge = 0; edge < edges(); edge++) {
            mentors[mentor[edge]] = true;
            mentees[mentee[edge]] = true;
        }
        return IntStream.range(0, people())
                .filter(person -> mentors[person] && mentees[person] && capacity[person] > 0)
                .toArray();
    }

    private static void checkEdge(int people, int mentor, int mentee, int edge) {
        if (mentor < 0 || mentor >= people || mentee < 0 || mentee >= people || mentor == mentee) {
            throw new IllegalArgumentException("Edge %d pairs %d with %d; both must be different people below %d."
                    .formatted(edge, mentor, mentee, people));
        }
    }

    /// Sums of prices along a path stay within a long.
    private static void checkMagnitude(int[] capacity, long[] benefit) {
        long places = 0;
        for (int each : capacity) {
            places += each;
        }
        long limit = Long.MAX_VALUE / 64 / Math.max(1, places + capacity.length);
        for (int edge = 0; edge < benefit.length; edge++) {
            if (benefit[edge] > limit || benefit[edge] < -limit) {
                throw new IllegalArgumentException(
                        "The benefit (%d) of edge %d is too large to add up exactly; at most %d with %d places."
                                .formatted(benefit[edge], edge, limit, places));
            }
        }
    }
}
