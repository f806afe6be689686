// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// People 0 … n−1 with capacities, and the pairs that may be made among them, each for its benefit: an exact whole
/// number in any unit, possibly negative. A person who stands on both sides of edges is used in one role or the
/// other, never in both. Ties fall to whoever comes first, so the caller decides the order.
public final class Problem {
    final int[] capacity;
    final Edges edges;
    final List<Quota> quotas;
    private final Map<Goal, Amounts> counts;
    private final long sum;

    private Problem(int[] capacity, Edges edges, Map<Goal, Amounts> counts, List<Quota> quotas, long sum) {
        this.capacity = capacity;
        this.edges = edges;
        this.counts = counts;
        this.quotas = quotas;
        this.sum = sum;
    }

    public static Problem of(int[] capacity, Edges edges) {
        return of(capacity, edges, Map.of());
    }

    /// Refuses negative capacities, pairs of somebody unknown or with themselves, and benefits so large that sums
    /// of prices might not fit.
    ///
    /// @param counts what each edge counts for the goals beside the benefit, by edge; nothing where absent
    public static Problem of(int[] capacity, Edges edges, Map<Goal, Amounts> counts) {
        if (capacity.length != edges.people()) {
            throw new IllegalArgumentException(
                    "There are %d capacities for %d people.".formatted(capacity.length, edges.people()));
        }
        long places = 0;
        for (int person = 0; person < capacity.length; person++) {
            if (capacity[person] < 0) {
                throw new IllegalArgumentException(
                        "The capacity (%d) of person %d must not be negative.".formatted(capacity[person], person));
            }
            places += capacity[person];
            for (int edge = edges.start[person]; edge < edges.start[person + 1]; edge++) {
                int mentee = edges.mentee[edge];
                if (mentee < 0 || mentee >= capacity.length || mentee == person) {
                    throw new IllegalArgumentException(
                            "Edge %d pairs %d with %d; both must be different people below %d."
                                    .formatted(edge, person, mentee, capacity.length));
                }
            }
        }
        checkMagnitude(
                places + capacity.length,
                Math.max(edges.highest, edges.lowest == Long.MIN_VALUE ? Long.MAX_VALUE : -edges.lowest));
        return new Problem(capacity, edges, Map.copyOf(counts), List.of(), places + capacity.length);
    }

    /// The same with quotas, which are kept in their order as far as they can be, the required ones before anything.
    public Problem keeping(List<Quota> wanted) {
        for (var quota : wanted) {
            if (quota.counts().size() != edges.size()) {
                throw new IllegalArgumentException("A quota counts %d edges of %d."
                        .formatted(quota.counts().size(), edges.size()));
            }
        }
        return new Problem(capacity, edges, counts, List.copyOf(wanted), sum);
    }

    public int people() {
        return capacity.length;
    }

    public int edges() {
        return edges.size();
    }

    /// What each edge counts for a goal that adds up.
    Amounts counts(Goal goal) {
        if (goal == Goal.TOTAL) {
            return edges.benefit;
        }
        var known = counts.get(goal);
        return known == null ? Amounts.of(new int[edges.size()]) : known;
    }

    /// How much of one goal some edges reach.
    private long reached(Goal goal, int[] some) {
        if (goal == Goal.WORST) {
            return some.length == 0 ? 0 : edges.least(some);
        }
        if (goal != Goal.TOTAL && !counts.containsKey(goal)) {
            return 0;
        }
        var amounts = counts(goal);
        return IntStream.of(some).mapToLong(amounts::at).sum();
    }

    Objective objective(int[] some) {
        return new Objective(
                some.length,
                reached(Goal.WORST, some),
                reached(Goal.TOTAL, some),
                reached(Goal.WAITING, some),
                reached(Goal.KEPT, some));
    }

    /// The earlier goals' worth with one more goal after them.
    Amounts then(@Nullable Amounts earlier, Goal goal, int pairs) {
        return earlier == null ? counts(goal) : Worth.then(earlier, counts(goal), factor(goal, pairs), sum);
    }

    /// How much more than one of a goal weighs one of the goal before it.
    long factor(Goal goal, int pairs) {
        return Worth.factor(counts(goal), pairs);
    }

    /// People who could be used in either role, in order.
    int[] eithers() {
        var mentees = new boolean[people()];
        for (int mentee : edges.mentee) {
            mentees[mentee] = true;
        }
        return IntStream.range(0, people())
                .filter(person ->
                        mentees[person] && edges.start[person] < edges.start[person + 1] && capacity[person] > 0)
                .toArray();
    }

    boolean anyWithoutPlaces() {
        return Arrays.stream(capacity).anyMatch(places -> places == 0);
    }

    /// Asks so much of whoever has no place that every edge of theirs is covered; it counts for nothing.
    Bound pricedOut(Bound bound, long largestValue) {
        if (!anyWithoutPlaces()) {
            return bound;
        }
        long enough = Math.max(0, Math.multiplyExact(bound.denominator(), largestValue) - bound.perPair());
        var prices = bound.prices().clone();
        for (int person = 0; person < prices.length; person++) {
            prices[person] = capacity[person] == 0 ? enough : prices[person];
        }
        return new Bound(bound.denominator(), bound.perPair(), prices, bound.surchargedEdges(), bound.surcharges());
    }

    /// The largest amount, its sign aside.
    static long largest(Amounts amounts) {
        return amounts.size() == 0 ? 0 : Math.max(Math.absExact(amounts.highest()), Math.absExact(amounts.lowest()));
    }

    /// What an edge may weigh at most where everybody may also stay out.
    long mostWeight() {
        return Long.MAX_VALUE / 128 / Math.max(1, sum);
    }

    /// Sums of prices along a path stay within a long.
    static void checkMagnitude(long sum, long largest) {
        long limit = Long.MAX_VALUE / 64 / Math.max(1, sum);
        if (largest > limit) {
            throw new IllegalArgumentException(
                    "A benefit (%d) is too large to add up exactly; at most %d among so many places."
                            .formatted(largest, limit));
        }
    }
}
