// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StartProperties {
    @Property(tries = 5_000)
    void an_answer_begun_from_an_earlier_one_is_the_best_there_is(
            @ForAll @IntRange(min = 0, max = 7) int people, @ForAll long seed) {
        var random = new Random(seed);
        var earlier = Problems.small(people, random);
        var goals = Problems.goals(random);
        var solution = Solver.solve(earlier, goals, Progress.SILENT);
        var changes = Changes.to(earlier, random.nextInt(3) * 0.2, random);
        var now = random.nextInt(3) == 0 ? Problems.goals(random) : goals;

        var again = changes.solved(earlier, solution, now);

        var best = BruteForce.best(changes.problem(), now);
        assertThat(again.objective().pairs()).isEqualTo(best.pairs());
        for (var goal : now) {
            assertThat(again.objective().of(goal)).isEqualTo(best.of(goal));
        }
        ProofCheck.check(changes.problem(), again);
    }

    @Property(tries = 60)
    void it_is_as_good_as_one_begun_from_nothing(@ForAll @IntRange(min = 10, max = 40) int people, @ForAll long seed) {
        var random = new Random(seed);
        var earlier = Problems.large(people, random);

        compare(earlier, Changes.to(earlier, 0.05, random), List.of(Goal.WORST, Goal.TOTAL));
    }

    @Property(tries = 6)
    void prices_that_held_before_are_held_against_every_edge_again(@ForAll long seed) {
        var random = new Random(seed);
        var earlier = Problems.crowded(random);

        var changes = Changes.to(earlier, 0.01, random);

        compare(earlier, changes, List.of(Goal.TOTAL));
        compare(earlier, changes, List.of(Goal.WAITING, Goal.WORST, Goal.TOTAL, Goal.KEPT));
    }

    private static void compare(Problem earlier, Changes changes, List<Goal> goals) {
        var again = changes.solved(earlier, Solver.solve(earlier, goals, Progress.SILENT), goals);

        var best = Solver.solve(changes.problem(), goals, Progress.SILENT).objective();
        assertThat(again.objective().pairs()).isEqualTo(best.pairs());
        for (var goal : goals) {
            assertThat(again.objective().of(goal)).isEqualTo(best.of(goal));
        }
        ProofCheck.check(changes.problem(), again);
    }
}
