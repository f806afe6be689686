// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Problem;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.solver.Solution;
import org.counterpart.matching.solver.Solver;
import org.junit.jupiter.api.Test;

class LongWorkTest {
    @Test
    void a_matching_of_minutes_is_given_up_within_a_moment_when_the_program_stops() throws Exception {
        var work = new LongWork();
        var begun = new CountDownLatch(1);
        var stubborn = stubborn();
        var answer = CompletableFuture.supplyAsync(
                () -> work.<Solution>done(() -> Solver.solve(stubborn, (_, _) -> begun.countDown())),
                each -> Thread.ofVirtual().start(each));
        begun.await();
        TimeUnit.MILLISECONDS.sleep(300);

        work.stop();

        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> work.done(() -> Solver.solve(stubborn, Progress.SILENT)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /// Everybody may be either, and no two pairs are worth the same.
    private static Problem stubborn() {
        int people = 8_000;
        var random = new Random(4);
        var mentor = new int[people * 40];
        var mentee = new int[mentor.length];
        var benefit = new long[mentor.length];
        for (int edge = 0; edge < mentor.length; edge++) {
            mentor[edge] = edge / 40;
            mentee[edge] = (mentor[edge] + 1 + edge % 40 * 7) % people;
            benefit[edge] = random.nextInt(1_000_000);
        }
        var capacity = new int[people];
        java.util.Arrays.fill(capacity, 1);
        return Problem.of(capacity, Edges.sorted(people, mentor, mentee, benefit));
    }
}
