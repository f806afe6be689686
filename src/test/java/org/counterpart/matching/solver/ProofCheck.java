// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Checks a solution and its proof with exact arithmetic and nothing of the solver's.
final class ProofCheck {
    private final Problem problem;
    private final Objective objective;

    /// What is in force of each quota, as far as the check has come; nothing of those that come later.
    private final List<Quota> inForce = new ArrayList<>();

    private ProofCheck(Problem problem, Objective objective) {
        this.problem = problem;
        this.objective = objective;
    }

    static void check(Problem problem, Solution solution) {
        var check = new ProofCheck(problem, solution.objective());
        check.pairs(solution.edges());
        int pairs = solution.objective().pairs();
        problem.quotas.stream().filter(Quota::required).forEach(check.inForce::add);
        long all = pairs + solution.proof().spare();
        check.cases(solution.proof().most(), Long.MIN_VALUE, _ -> 1, all, all, (int) all + 1);
        if (!problem.quotas.isEmpty()) {
            solution.proof()
                    .most()
                    .forEach(each -> assertThat(each.bound().perPair()).isZero());
        }
        check.quotas(solution, pairs);
        long floor = Long.MIN_VALUE;
        IntToLongFunction worth = null;
        for (var stage : solution.proof().stages()) {
            var before = worth;
            if (stage.goal() == Goal.WORST) {
                floor = solution.objective().worst();
                long most = before == null ? pairs - 1 : sum(solution.edges(), before) - 1;
                check.cases(
                        stage.cases(),
                        floor + 1 + stage.margin(),
                        before == null ? _ -> 1 : before,
                        most,
                        pairs - 1,
                        pairs);
            } else {
                var counts = problem.counts(stage.goal());
                long factor = 2L * pairs * Problem.largest(counts) + 1;
                worth = before == null ? counts::at : edge -> before.applyAsLong(edge) * factor + counts.at(edge);
                long reached = sum(solution.edges(), worth) + stage.margin();
                check.cases(stage.cases(), floor, worth, reached, pairs - 1, pairs);
            }
        }
        if (!solution.proof().even().isEmpty()) {
            ChainCheck.check(problem, solution, floor, worth == null ? _ -> 0 : worth);
            check.covered(solution.proof().even());
        }
    }

    private void quotas(Solution solution, int pairs) {
        for (int i = 0; i < problem.quotas.size(); i++) {
            var quota = problem.quotas.get(i);
            var kept = solution.proof().quotas().get(i);
            assertThat(sum(solution.edges(), quota.counts()::at)).isGreaterThanOrEqualTo(kept.need());
            if (quota.required()) {
                assertThat(kept.need()).isEqualTo(quota.need());
            } else {
                if (kept.need() < quota.need() && pairs > 0) {
                    long most = kept.need() + kept.margin();
                    cases(kept.cases(), Long.MIN_VALUE, quota.counts()::at, most, pairs - 1, pairs);
                }
                inForce.add(quota.needing(kept.need()));
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

    /// @param pairs how many pairs the statement is about
    private void cases(List<Case> cases, long floor, IntToLongFunction value, long most, long impossible, int pairs) {
        assertThat(covers(new ArrayList<>(cases), new HashSet<>())).isTrue();
        for (var each : cases) {
            var allowed = each.impossible() ? (IntToLongFunction) _ -> 1L : value;
            bound(each, floor, allowed, each.impossible() ? impossible : most, pairs);
        }
    }

    private void bound(Case each, long floor, IntToLongFunction value, long most, int pairs) {
        var bound = each.bound();
        var surcharge = new HashMap<Integer, Long>();
        var sum = BigInteger.valueOf(bound.perPair()).multiply(BigInteger.valueOf(pairs));
        for (int i = 0; i < bound.multipliers().length; i++) {
            assertThat(bound.multipliers()[i]).isNotNegative();
            sum = sum.subtract(BigInteger.valueOf(bound.multipliers()[i])
                    .multiply(BigInteger.valueOf(inForce.get(i).need())));
        }
        for (int i = 0; i < bound.surcharges().length; i++) {
            if (!has(each.made(), bound.surchargedEdges()[i])) {
                assertThat(bound.surcharges()[i]).isNotNegative();
            }
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
                long owed = bound.denominator() * value.applyAsLong(edge);
                for (int i = 0; i < bound.multipliers().length; i++) {
                    owed += bound.multipliers()[i] * inForce.get(i).counts().at(edge);
                }
                assertThat(paid).isGreaterThanOrEqualTo(owed);
            }
        }
        var floored = sum.subtract(sum.mod(BigInteger.valueOf(bound.denominator())))
                .divide(BigInteger.valueOf(bound.denominator()));
        assertThat(floored).isLessThanOrEqualTo(BigInteger.valueOf(most));
    }

    private boolean allowed(Case each, int edge) {
        if (has(each.unmade(), edge)) {
            return false;
        }
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

    /// Whether the cases leave nothing out: split by what somebody's role is, or by whether an edge is made.
    private static boolean covers(List<Case> cases, HashSet<String> settled) {
        if (cases.isEmpty()) {
            return false;
        }
        for (var each : cases) {
            if (settled.containsAll(assumptions(each).keySet())) {
                return true;
            }
        }
        var split = assumptions(cases.getFirst()).keySet().stream()
                .filter(each -> !settled.contains(each))
                .findFirst()
                .orElseThrow();
        var now = new HashSet<>(settled);
        now.add(split);
        return covers(without(cases, split, true), now) && covers(without(cases, split, false), now);
    }

    private void covered(List<Chain> chains) {
        var nothing = new Bound(1, 0, new long[0], new int[0], new long[0]);
        assertThat(covers(
                        new ArrayList<>(chains.stream()
                                .map(chain -> new Case(chain.mentors(), chain.mentees(), false, nothing))
                                .toList()),
                        new HashSet<>()))
                .isTrue();
    }

    private static List<Case> without(List<Case> cases, String split, boolean assumed) {
        return cases.stream()
                .filter(each -> assumptions(each).getOrDefault(split, assumed) == assumed)
                .toList();
    }

    private static Map<String, Boolean> assumptions(Case each) {
        var assumptions = new HashMap<String, Boolean>();
        IntStream.of(each.mentors()).forEach(person -> assumptions.put("person " + person, true));
        IntStream.of(each.mentees()).forEach(person -> assumptions.put("person " + person, false));
        IntStream.of(each.made()).forEach(edge -> assumptions.put("edge " + edge, true));
        IntStream.of(each.unmade()).forEach(edge -> assumptions.put("edge " + edge, false));
        return assumptions;
    }

    private static boolean has(int[] some, int wanted) {
        return IntStream.of(some).anyMatch(each -> each == wanted);
    }
}
