// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.counterpart.CounterpartTest;
import org.counterpart.SettableClock;
import org.counterpart.audit.verifier.Anchor;
import org.counterpart.audit.verifier.Anchors;
import org.counterpart.web.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@CounterpartTest
class AnchoringTest {
    @Autowired
    private AuditLog log;

    @Autowired
    private SettableClock clock;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void a_file_that_is_not_there_yet() {
        file = folder.resolve("anchors").resolve("audit.log");
    }

    @Test
    void an_empty_log_has_no_anchor() throws IOException {
        new Anchoring(log, file).anchor();

        assertThat(Files.readString(file)).isEmpty();
    }

    @Test
    void what_is_new_is_anchored_once_and_what_is_not_after_an_hour() throws IOException {
        var anchoring = new Anchoring(log, file);
        happens();
        anchoring.anchor();
        anchoring.anchor();
        assertThat(numbers()).containsExactly(1L);

        happens();
        anchoring.anchor();
        clock.pass(Duration.ofMinutes(59));
        anchoring.anchor();
        assertThat(numbers()).containsExactly(1L, 2L);

        clock.pass(Duration.ofMinutes(1));
        anchoring.anchor();
        assertThat(numbers()).containsExactly(1L, 2L, 2L);
    }

    @Test
    void a_restart_goes_on_in_the_same_file_after_half_a_line_that_a_crash_left() throws IOException {
        happens();
        new Anchoring(log, file).anchor();
        Files.writeString(file, Files.readString(file) + "2026-11-24T09:00:00Z 2 ab");
        happens();
        new Anchoring(log, file).anchor();

        assertThat(Files.readAllLines(file)).hasSize(3);
        assertThat(Anchors.read(file).damaged()).isEqualTo(2);
        assertThat(Anchors.read(file).byNumber().keySet()).containsExactly(1L, 2L);
    }

    @Test
    void a_place_where_nothing_can_be_written_keeps_the_program_from_starting() throws IOException {
        var occupied = Files.writeString(folder.resolve("occupied"), "");

        assertThatThrownBy(() -> new Anchoring(log, occupied.resolve("audit.log")))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void every_changed_letter_of_a_line_is_known() throws IOException {
        happens();
        new Anchoring(log, file).anchor();
        var line = Files.readString(file).strip();
        assertThat(Anchor.read(line)).isPresent();

        for (int place = 0; place < line.length(); place++) {
            var changed = new StringBuilder(line);
            changed.setCharAt(place, line.charAt(place) == '7' ? '8' : '7');
            assertThat(Anchor.read(changed.toString()))
                    .describedAs(changed.toString())
                    .isEmpty();
        }
    }

    private void happens() {
        log.add(Deed.of(Kind.RULES_CHANGED));
    }

    private List<Long> numbers() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Anchor.read(line).orElseThrow().number())
                .toList();
    }
}
