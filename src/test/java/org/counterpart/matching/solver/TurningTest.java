// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurningTest {
    @Test
    void who_is_in_a_pair_that_others_could_make_takes_the_other_role() {
        // 2 may teach 3, as 0 may; but 1 can teach nobody but 2.
        var problem = problem(new int[] {1, 1, 1, 1, 1}, new int[] {0, 1, 2}, new int[] {3, 2, 3});
        var open = Roles.open(problem);
        var turning = new Turning(problem, open, 0, new int[] {2});

        var roles = turning.turned(open.withMentor(2), 2);

        assertThat(roles.isMentee(2)).isTrue();
        assertThat(turning.most()).containsExactly(0, 1);
    }

    @Test
    void one_place_is_not_promised_to_two() {
        // With 2 as a mentee only 0 is there for 2 and 3 alike.
        var problem = problem(new int[] {1, 1, 1, 1}, new int[] {0, 0, 2, 1}, new int[] {2, 3, 3, 2});
        var open = Roles.open(problem);
        var turning = new Turning(problem, open, 0, new int[0]);

        turning.turned(open.withMentor(2), 2);

        assertThat(turning.most()).hasSize(2);
    }

    @Test
    void a_pair_of_many_places_that_would_break_up_keeps_its_roles() {
        var problem = problem(new int[] {2, 1, 1, 1}, new int[] {0, 0, 3}, new int[] {1, 2, 0});
        var open = Roles.open(problem);
        var turning = new Turning(problem, open, 0, new int[0]);

        var roles = turning.turned(open.withMentor(0), 3);

        assertThat(roles.isMentor(0)).isTrue();
        assertThat(turning.most()).hasSize(2);
    }

    private static Problem problem(int[] capacity, int[] mentor, int[] mentee) {
        return Problem.of(capacity, Edges.sorted(capacity.length, mentor, mentee, new long[mentor.length]));
    }
}
