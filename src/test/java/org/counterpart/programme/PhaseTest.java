// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseTest {
    @Test
    void every_phase_can_be_reached_from_a_draft() {
        assertThat(after(Phase.DRAFT)).containsAll(EnumSet.complementOf(EnumSet.of(Phase.DRAFT)));
    }

    @ParameterizedTest
    @EnumSource
    void every_programme_can_come_to_the_archive_and_none_becomes_a_draft_again(Phase phase) {
        assertThat(phase == Phase.ARCHIVED || after(phase).contains(Phase.ARCHIVED))
                .isTrue();
        assertThat(after(phase)).doesNotContain(Phase.DRAFT);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_but_a_pause_is_entered_twice(Phase phase) {
        boolean pausing =
                EnumSet.of(Phase.ACTIVE, Phase.PAUSED, Phase.MID_POINT).contains(phase);

        assertThat(after(phase).contains(phase)).isEqualTo(pausing);
    }

    @Test
    void a_call_never_opens_without_a_consultation_before_it() {
        assertThat(EnumSet.allOf(Phase.class).stream()
                        .filter(phase -> phase.next().contains(Phase.OPEN)))
                .containsExactly(Phase.CONSULTED);
    }

    private static Set<Phase> after(Phase phase) {
        var seen = EnumSet.noneOf(Phase.class);
        var open = new ArrayDeque<>(Set.of(phase));
        while (!open.isEmpty()) {
            for (var next : open.pop().next()) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return seen;
    }
}
