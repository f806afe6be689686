// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Checks one chain of a proof, link by link, with exact arithmetic and nothing of the solver's.
final class ChainCheck {
    private final Problem problem;
    private final int[] chosen;
    private final BitSet allowed = new BitSet();
    private final BitSet usedUp = new BitSet();
    private final BitSet made = new BitSet();

    private ChainCheck(Problem problem, int[] chosen, Chain chain, long floor) {
        this.problem = problem;
        this.chosen = chosen;
        for (int edge = 0; edge < problem.edges(); edge++) {
            int mentor = problem.edges.mentor(edge);
            int mentee = problem.edges.mentee(edge);
            allowed.set(
                    edge,
                    problem.edges.benefit(edge) >= floor
                            && IntStream.of(chain.mentees()).noneMatch(person -> person == mentor)
                            && IntStream.of(chain.mentors()).noneMatch(person -> person == mentee));
        }
    }

    static void check(Problem problem, Solution solution, long floor, IntToLongFunction worth) {
        for (var chain : solution.proof().even()) {
            // A part that was not looked at says so.
            if (chain.links().isEmpty()) {
                assertThat(solution.proof().evenDecided()).isFalse();
                continue;
            }
            new ChainCheck(problem, solution.edges(), chain, floor).check(chain, worth);
        }
    }

    private void check(Chain chain, IntToLongFunction worth) {
        assertThat(chain.links().getFirst().about()).isEqualTo(Chain.About.PAIRS);
        long asked = Long.MIN_VALUE;
        for (var link : chain.links()) {
            if (link.about() == Chain.About.ABOVE) {
                assertThat(link.level()).isGreaterThan(asked);
                long from = asked;
                assertThat(Arrays.stream(chosen)
                                .mapToLong(problem.edges::benefit)
                                .filter(each -> each > from && each < link.level()))
                        .isEmpty();
                asked = link.level();
            }
            if (!narrows(link.bound(), value(link, worth))) {
                return;
            }
        }
        long last = asked;
        assertThat(Arrays.stream(chosen)
                        .mapToLong(problem.edges::benefit)
                        .filter(each -> each > last && each < problem.edges.highest))
                .isEmpty();
    }

    private IntToLongFunction value(Chain.Link link, IntToLongFunction worth) {
        return switch (link.about()) {
            case PAIRS -> _ -> 1;
            case SO_FAR -> worth;
            case ABOVE -> edge -> problem.edges.benefit(edge) > link.level() ? 1 : 0;
            case GOAL -> problem.counts(java.util.Objects.requireNonNull(link.goal()))::at;
        };
    }

    /// False where the bound falls short of the chosen pairs.
    private boolean narrows(Bound bound, IntToLongFunction value) {
        var surcharge = new HashMap<Integer, Long>();
        var sum = BigInteger.ZERO;
        for (int i = 0; i < bound.surcharges().length; i++) {
            assertThat(bound.surcharges()[i] >= 0 || made.get(bound.surchargedEdges()[i]))
                    .isTrue();
            surcharge.put(bound.surchargedEdges()[i], bound.surcharges()[i]);
            sum = sum.add(BigInteger.valueOf(bound.surcharges()[i]));
        }
        for (int person = 0; person < problem.people(); person++) {
            assertThat(bound.prices()[person] >= 0 || usedUp.get(person)).isTrue();
            sum = sum.add(
                    BigInteger.valueOf(bound.prices()[person]).multiply(BigInteger.valueOf(problem.capacity[person])));
        }
        var tight = new BitSet();
        for (int edge : allowed.stream().toArray()) {
            long left = bound.prices()[problem.edges.mentor(edge)]
                    + bound.prices()[problem.edges.mentee(edge)]
                    + surcharge.getOrDefault(edge, 0L)
                    - bound.denominator() * value.applyAsLong(edge);
            assertThat(left).isNotNegative();
            tight.set(edge, left == 0);
        }
        long reached = IntStream.of(chosen).mapToLong(value::applyAsLong).sum();
        int compared = sum.compareTo(BigInteger.valueOf(reached).multiply(BigInteger.valueOf(bound.denominator())));
        assertThat(compared).isNotPositive();
        if (compared < 0) {
            return false;
        }
        allowed.and(tight);
        IntStream.range(0, problem.people())
                .filter(person -> bound.prices()[person] > 0)
                .forEach(usedUp::set);
        surcharge.forEach((edge, amount) -> made.set(edge, made.get(edge) || amount > 0));
        return true;
    }
}
