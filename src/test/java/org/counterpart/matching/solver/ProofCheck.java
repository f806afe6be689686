// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntToLongFunction;

/// Checks a solution and its proof with exact arithmetic and nothing of the solver's.
final class ProofCheck {
    private final Problem problem;
    private final Objective objective;

    private ProofCheck(Problem problem, Objective objective) {
        this.problem = problem;
        this.objective = objective;
    }

    static void check(Problem problem, Solution solution) {
        var check = new ProofCheck(problem, solution.objective());
        check.pairs(solution.edges());
        int pairs = solution.objective().pairs();
        check.cases(solution.proof().most(), Long.MIN_VALUE, _ -> 1, pairs, pairs);
        long floor = Long.MIN_VALUE;
        IntToLongFunction worth = null;
        for (var stage : solution.proof().stages()) {
            var before = worth;
            if (stage.goal() == Goal.WORST) {
                floor = solution.objective().worst();
                long most = before == null ? pairs - 1 : sum(solution.edges(), before) - 1;
                check.cases(stage.cases(), floor + 1, before == null ? _ -> 1 : before, most, pairs - 1);
            } else {
                var counts = problem.counts(stage.goal());
                long factor = 2L * pairs * Problem.largest(counts) + 1;
                worth = before == null ? counts::at : edge -> before.applyAsLong(edge) * factor + counts.at(edge);
                check.cases(stage.cases(), floor, worth, sum(solution.edges(), worth), pairs - 1);
            }
        }
    }

    private static long sum(int[] edges, IntToLongFunction worth) {
        long sum = 0;
        for (int edge : edges) {
            sum += worth.applyAsLong(edge);
        }
        return sum;
    }

    private void pairs(int[] edges) {
        var use = new int[problem.people()];
        var role = new HashMap<Integer, String>();
        long total = 0;
        long worst = Long.MAX_VALUE;
        for (int edge : edges) {
            use[problem.edges.mentor(edge)]++;
            use[problem.edges.mentee(edge)]++;
            assertThat(role.merge(problem.edges.mentor(edge), "mentor", (old, now) -> old.equals(now) ? old : "both"))
                    .isEqualTo("mentor");
            assertThat(role.merge(problem.edges.mentee(edge), "mentee", (old, now) -> old.equals(now) ? old : "both"))
                    .isEqualTo("mentee");
            total += problem.edges.benefit(edge);
            worst = Math.min(worst, problem.edges.benefit(edge));
        }
        for (int person = 0; person < use.length; person++) {
            assertThat(use[person]).isLessThanOrEqualTo(problem.capacity[person]);
        }
        assertThat(edges).doesNotHaveDuplicates();
        assertThat(edges).hasSize(objective.pairs());
        assertThat(edges.length == 0 ? 0 : worst).isEqualTo(objective.worst());
        assertThat(total).isEqualTo(objective.total());
    }

    private void cases(List<Case> cases, long floor, IntToLongFunction value, long most, long impossible) {
        assertThat(covers(new ArrayList<>(cases), new HashSet<>())).isTrue();
        for (var each : cases) {
            var allowed = each.impossible() ? (IntToLongFunction) _ -> 1L : value;
            bound(each, floor, allowed, each.impossible() ? impossible : most);
        }
    }

    private void bound(Case each, long floor, IntToLongFunction value, long most) {
        var bound = each.bound();
        var surcharge = new HashMap<Integer, Long>();
        var sum = BigInteger.valueOf(bound.perPair()).multiply(BigInteger.valueOf(objective.pairs()));
        for (int i = 0; i < bound.surcharges().length; i++) {
            assertThat(bound.surcharges()[i]).isNotNegative();
            surcharge.put(bound.surchargedEdges()[i], bound.surcharges()[i]);
            sum = sum.add(BigInteger.valueOf(bound.surcharges()[i]));
        }
        for (int person = 0; person < problem.people(); person++) {
            assertThat(bound.prices()[person]).isNotNegative();
            sum = sum.add(
                    BigInteger.valueOf(bound.prices()[person]).multiply(BigInteger.valueOf(problem.capacity[person])));
        }
        for (int edge = 0; edge < problem.edges(); edge++) {
            if (problem.edges.benefit(edge) >= floor && allowed(each, edge)) {
                long paid = bound.prices()[problem.edges.mentor(edge)]
                        + bound.prices()[problem.edges.mentee(edge)]
                        + surcharge.getOrDefault(edge, 0L)
                        + bound.perPair();
                assertThat(paid).isGreaterThanOrEqualTo(bound.denominator() * value.applyAsLong(edge));
            }
        }
        var floored = sum.subtract(sum.mod(BigInteger.valueOf(bound.denominator())))
                .divide(BigInteger.valueOf(bound.denominator()));
        assertThat(floored).isLessThanOrEqualTo(BigInteger.valueOf(most));
    }

    private boolean allowed(Case each, int edge) {
        for (int person : each.mentors()) {
            if (problem.edges.mentee(edge) == person) {
                return false;
            }
        }
        for (int person : each.mentees()) {
            if (problem.edges.mentor(edge) == person) {
                return false;
            }
        }
        return true;
    }

    /// Whether the cases leave no assignment of roles out: split by the role of somebody whom the first case
    /// mentions.
    private static boolean covers(List<Case> cases, HashSet<Integer> settled) {
        for (var each : cases) {
            var mentioned = new ArrayList<Integer>();
            for (int person : each.mentors()) {
                mentioned.add(person);
            }
            for (int person : each.mentees()) {
                mentioned.add(person);
            }
            mentioned.removeAll(settled);
            if (mentioned.isEmpty()) {
                return true;
            }
        }
        if (cases.isEmpty()) {
            return false;
        }
        var first = cases.getFirst();
        int person = -1;
        for (int each : first.mentors()) {
            person = settled.contains(each) ? person : each;
        }
        for (int each : first.mentees()) {
            person = settled.contains(each) ? person : each;
        }
        var now = new HashSet<>(settled);
        now.add(person);
        int split = person;
        return covers(
                        new ArrayList<>(cases.stream()
                                .filter(each -> !has(each.mentees(), split))
                                .toList()),
                        now)
                && covers(
                        new ArrayList<>(cases.stream()
                                .filter(each -> !has(each.mentors(), split))
                                .toList()),
                        now);
    }

    private static boolean has(int[] people, int person) {
        for (int each : people) {
            if (each == person) {
                return true;
            }
        }
        return false;
    }
}
