// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SolverTest {
    @Test
    void nobody_and_nothing_is_an_answer() {
        var problem = problem(new int[] {1, 1}, new int[] {}, new int[] {}, new long[] {});

        assertThat(Solver.solve(problem, Progress.SILENT).objective()).isEqualTo(new Objective(0, 0, 0));
    }

    @Test
    void two_pairs_come_before_one_better_pair() {
        var problem = problem(new int[] {1, 1, 1, 1}, new int[] {0, 0, 1}, new int[] {2, 3, 2}, new long[] {100, 1, 1});

        assertThat(Solver.solve(problem, Progress.SILENT).objective()).isEqualTo(new Objective(2, 1, 2));
    }

    @Test
    void the_worst_off_pair_comes_before_the_total() {
        var problem = problem(
                new int[] {1, 1, 1, 1}, new int[] {0, 0, 1, 1}, new int[] {2, 3, 2, 3}, new long[] {100, 5, 5, 1});

        assertThat(Solver.solve(problem, Progress.SILENT).objective()).isEqualTo(new Objective(2, 5, 10));
    }

    @Test
    void whoever_may_be_either_is_one_of_the_two() {
        var problem = problem(new int[] {2, 2, 2}, new int[] {0, 1}, new int[] {1, 2}, new long[] {3, 4});

        var solution = Solver.solve(problem, Progress.SILENT);

        assertThat(solution.objective()).isEqualTo(new Objective(1, 4, 4));
        ProofCheck.check(problem, solution);
    }

    @Test
    void a_thousand_on_either_side_carry_a_proof_that_holds() {
        var problem = Problems.dense(1000, new Random(1));

        ProofCheck.check(problem, Solver.solve(problem, Progress.SILENT));
    }

    @Test
    void a_person_paired_with_themselves_is_refused() {
        assertThatThrownBy(() -> problem(new int[] {1}, new int[] {0}, new int[] {0}, new long[] {1}))
                .hasMessage("Edge 0 pairs 0 with 0; both must be different people below 1.");
    }

    private static Problem problem(int[] capacity, int[] mentor, int[] mentee, long[] benefit) {
        return Problem.of(capacity, Edges.sorted(capacity.length, mentor, mentee, benefit));
    }
}
