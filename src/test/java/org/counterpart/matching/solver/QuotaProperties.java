// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QuotaProperties {
    @Property(tries = 4_000)
    void trying_everything_finds_nothing_better_that_keeps_the_quotas(
            @ForAll @IntRange(min = 1, max = 7) int people, @ForAll long seed) {
        var random = new Random(seed);
        var problem = Problems.underQuotas(Problems.small(people, random), random);
        var goals = Problems.goals(random);

        var answer = Solver.answer(problem, goals, Progress.SILENT);

        var best = BruteForce.underQuotas(problem, goals);
        if (best == null) {
            assertThat(answer).isInstanceOf(Answer.Unreachable.class);
        } else {
            assertThat(answer).isInstanceOf(Solution.class);
            var solution = (Solution) answer;
            assertThat(solution.objective().pairs()).isEqualTo(best.pairs());
            for (var goal : goals) {
                assertThat(solution.objective().of(goal)).isEqualTo(best.of(goal));
            }
            assertThat(solution.proof().complete()).isTrue();
            ProofCheck.check(problem, solution);
        }
    }

    @Property(tries = 500)
    void quotas_that_conflict_are_the_fewest_that_do(
            @ForAll @IntRange(min = 2, max = 6) int people, @ForAll long seed) {
        var random = new Random(seed);
        var problem = Problems.underQuotas(Problems.small(people, random), random);

        if (Solver.answer(problem, List.of(Goal.TOTAL), Progress.SILENT) instanceof Answer.Unreachable(var quotas)) {
            var conflicting = quotas.stream().map(problem.quotas::get).toList();
            assertThat(BruteForce.underQuotas(problem.keeping(conflicting), List.of()))
                    .isNull();
            var required = problem.quotas.stream().filter(Quota::required).toList();
            for (int set = 0; set < 1 << required.size(); set++) {
                int some = set;
                if (Integer.bitCount(set) < conflicting.size()) {
                    var fewer = IntStream.range(0, required.size())
                            .filter(i -> (some & 1 << i) != 0)
                            .mapToObj(required::get)
                            .toList();
                    assertThat(BruteForce.underQuotas(problem.keeping(fewer), List.of()))
                            .isNotNull();
                }
            }
        }
    }

    @Property(tries = 40)
    void quotas_among_many_people_carry_a_proof_that_holds(
            @ForAll @IntRange(min = 10, max = 60) int people, @ForAll long seed) {
        var random = new Random(seed);
        var among = random.nextInt(4) == 0 ? Problems.eithers(people, random) : Problems.large(people, random);
        var problem = Problems.underQuotas(among, random);

        if (Solver.answer(problem, Problems.goals(random), Progress.SILENT) instanceof Solution solution) {
            ProofCheck.check(problem, solution);
        }
    }
}
