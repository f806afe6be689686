// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SolverProperties {
    @Property(tries = 10_000)
    void trying_everything_finds_nothing_better(@ForAll @IntRange(min = 0, max = 7) int people, @ForAll long seed) {
        var problem = Problems.small(people, new Random(seed));

        var goals = Problems.goals(new Random(seed));
        var solution = Solver.solve(problem, goals, Progress.SILENT);

        var best = BruteForce.best(problem, goals);
        assertThat(solution.objective().pairs()).isEqualTo(best.pairs());
        for (var goal : goals) {
            assertThat(solution.objective().of(goal)).isEqualTo(best.of(goal));
        }
        assertThat(solution.proof().complete()).isTrue();
        ProofCheck.check(problem, solution);
    }

    @Property(tries = 60)
    void every_answer_for_many_people_carries_a_proof_that_holds(
            @ForAll @IntRange(min = 10, max = 40) int people, @ForAll long seed) {
        var problem = Problems.large(people, new Random(seed));

        ProofCheck.check(problem, Solver.solve(problem, Progress.SILENT));
    }

    @Property(tries = 12)
    void where_most_may_be_either_the_answer_is_proved_at_least_up_to_its_margin(
            @ForAll @IntRange(min = 60, max = 160) int people, @ForAll long seed) {
        var problem = Problems.eithers(people, new Random(seed));

        ProofCheck.check(problem, Solver.solve(problem, Progress.SILENT));
        ProofCheck.check(problem, Solver.solve(problem, Problems.goals(new Random(seed)), Progress.SILENT));
    }

    @Property(tries = 300)
    void the_optimum_does_not_depend_on_who_stands_where(
            @ForAll @IntRange(min = 2, max = 30) int people, @ForAll long seed) {
        var problem = Problems.large(people, new Random(seed));

        var renumbered = Solver.solve(Problems.renumbered(problem, new Random(seed + 1)), Progress.SILENT);

        assertThat(renumbered.objective())
                .isEqualTo(Solver.solve(problem, Progress.SILENT).objective());
    }

    @Property(tries = 6)
    void prices_found_on_a_core_hold_for_every_edge(@ForAll long seed) {
        var problem = Problems.crowded(new Random(seed));

        ProofCheck.check(problem, Solver.solve(problem, Progress.SILENT));
        ProofCheck.check(problem, Solver.solve(problem, List.of(Goal.TOTAL), Progress.SILENT));
    }
}
