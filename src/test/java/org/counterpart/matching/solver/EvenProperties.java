// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EvenProperties {
    @Property(tries = 4_000)
    void trying_everything_finds_no_pairs_that_are_better_one_after_the_other(
            @ForAll @IntRange(min = 0, max = 7) int people, @ForAll long seed) {
        var random = new Random(seed);
        var problem = Problems.small(people, random);
        var goals = Problems.evenGoals(random);

        var solution = Solver.solve(problem, goals, Progress.SILENT);

        var best = BruteForce.best(problem, goals);
        assertThat(benefits(problem, solution)).isEqualTo(BruteForce.benefits(problem, goals));
        for (var goal : goals) {
            assertThat(solution.objective().of(goal)).isEqualTo(best.of(goal));
        }
        assertThat(solution.proof().complete()).isTrue();
        ProofCheck.check(problem, solution);
    }

    @Property(tries = 40)
    void many_pairs_raised_one_after_the_other_carry_a_proof_that_holds(
            @ForAll @IntRange(min = 10, max = 60) int people, @ForAll long seed) {
        var random = new Random(seed);
        var problem = Problems.large(people, random);

        ProofCheck.check(problem, Solver.solve(problem, Problems.evenGoals(random), Progress.SILENT));
    }

    @Property(tries = 3)
    void a_few_hundred_pairs_are_raised_one_after_the_other(@ForAll long seed) {
        var problem = Problems.dense(100 + (int) Math.floorMod(seed, 100L), new Random(seed));

        ProofCheck.check(problem, Solver.solve(problem, List.of(Goal.WORST, Goal.EVEN), Progress.SILENT));
    }

    private static long[] benefits(Problem problem, Solution solution) {
        return IntStream.of(solution.edges())
                .mapToLong(problem.edges::benefit)
                .sorted()
                .toArray();
    }
}
