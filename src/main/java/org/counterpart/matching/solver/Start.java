// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What an earlier answer is worth to a question that differs in little: its pairs, its worst-off pair's benefit and
/// the prices by which each of its goals was proved. A search that begins there has only the difference left to do,
/// and what it finds is as exact as if it had begun from nothing.
public final class Start {
    /// Nothing is known.
    public static final Start NONE = new Start(new int[0], new int[0], Long.MIN_VALUE, List.of());

    private final int[] mentors;
    private final int[] mentees;
    private final long worst;
    private final List<Stage> stages;

    /// Prices that proved some goals that add up, and how much more each goal but the first weighed than the next.
    private record Stage(List<Goal> goals, List<Long> factors, Bound prices) {}

    private Start(int[] mentors, int[] mentees, long worst, List<Stage> stages) {
        this.mentors = mentors;
        this.mentees = mentees;
        this.worst = worst;
        this.stages = List.copyOf(stages);
    }

    /// @param solution of that problem
    public static Start of(Problem problem, Solution solution) {
        var edges = problem.edges;
        int pairs = solution.edges().length;
        var goals = new ArrayList<Goal>();
        var factors = new ArrayList<Long>();
        var stages = new ArrayList<Stage>();
        for (var stage : solution.proof().stages()) {
            if (stage.goal().adds()) {
                if (!goals.isEmpty()) {
                    factors.add(problem.factor(stage.goal(), pairs));
                }
                goals.add(stage.goal());
                stage.cases().stream()
                        .filter(each -> !each.impossible())
                        .findFirst()
                        .ifPresent(each -> stages.add(
                                new Stage(List.copyOf(goals), List.copyOf(factors), known(problem, each.bound()))));
            }
        }
        return new Start(
                IntStream.of(solution.edges()).map(edges::mentor).toArray(),
                IntStream.of(solution.edges()).map(edges::mentee).toArray(),
                pairs == 0 ? Long.MIN_VALUE : solution.objective().worst(),
                stages);
    }

    /// Who had no place had no price either, only one that kept everybody away.
    private static Bound known(Problem problem, Bound bound) {
        var prices = bound.prices().clone();
        for (int person = 0; person < prices.length; person++) {
            prices[person] = problem.capacity[person] == 0 ? -1 : prices[person];
        }
        return priced(bound, bound.perPair(), prices);
    }

    /// The same for people who stand elsewhere.
    ///
    /// @param before where each person stood, or −1
    public Start renumbered(int[] before) {
        var now = new int[IntStream.of(before).max().orElse(-1) + 1];
        Arrays.fill(now, -1);
        for (int person = 0; person < before.length; person++) {
            if (before[person] >= 0) {
                now[before[person]] = person;
            }
        }
        return new Start(
                IntStream.of(mentors).map(person -> at(now, person)).toArray(),
                IntStream.of(mentees).map(person -> at(now, person)).toArray(),
                worst,
                stages.stream()
                        .map(stage -> new Stage(stage.goals, stage.factors, renumbered(stage.prices, before)))
                        .toList());
    }

    private static int at(int[] now, int person) {
        return person < 0 || person >= now.length ? -1 : now[person];
    }

    private static Bound renumbered(Bound bound, int[] before) {
        var prices = IntStream.of(before)
                .mapToLong(person -> person < 0 || person >= bound.prices().length ? -1 : bound.prices()[person])
                .toArray();
        return priced(bound, bound.perPair(), prices);
    }

    Hint hint(Problem problem) {
        var edges = IntStream.range(0, mentors.length)
                .filter(pair -> known(mentors[pair], problem) && known(mentees[pair], problem))
                .map(pair -> problem.edges.between(mentors[pair], mentees[pair]))
                .filter(edge -> edge >= 0)
                .toArray();
        return new Hint(edges, worst, null);
    }

    private static boolean known(int person, Problem problem) {
        return person >= 0 && person < problem.people();
    }

    /// The prices that proved the same goals in the same order, for the weights that the goals have now.
    @Nullable
    Bound prices(List<Goal> goals, List<Long> factors) {
        for (var stage : stages) {
            if (stage.goals.equals(goals)) {
                long denominator = stage.prices.denominator();
                return priced(
                        stage.prices,
                        weighed(stage.prices.perPair(), denominator, stage.factors, factors),
                        Arrays.stream(stage.prices.prices())
                                .map(price -> price < 0 ? -1 : weighed(price, denominator, stage.factors, factors))
                                .toArray());
            }
        }
        return null;
    }

    /// A price adds up some of each goal. Of the later goal it holds less than half of what one of the earlier goal
    /// weighs, so both can be told apart and put together anew.
    private static long weighed(long price, long denominator, List<Long> before, List<Long> now) {
        if (before.equals(now)) {
            return price;
        }
        int last = before.size() - 1;
        long factor = before.get(last) * denominator;
        long ofEarlier = Math.floorDiv(price + factor / 2, factor);
        long ofLast = price - ofEarlier * factor;
        long earlier = weighed(ofEarlier * denominator, denominator, before.subList(0, last), now.subList(0, last));
        return Math.max(price < 0 ? Long.MIN_VALUE : 0, earlier * now.get(last) + ofLast);
    }

    /// The same prices where something weighs so many times as much.
    static Bound times(Bound bound, long factor) {
        return priced(
                bound,
                bound.perPair() * factor,
                Arrays.stream(bound.prices()).map(price -> price * factor).toArray());
    }

    private static Bound priced(Bound bound, long perPair, long[] prices) {
        return new Bound(bound.denominator(), perPair, prices, new int[0], new long[0]);
    }
}
