// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.CriteriaText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CounterpartTest
class CriteriaGateTest {
    /// As docs/criteria.md says. Whoever changes it changes what was published.
    private static final String TEXT = """
            counterpart criteria 1
            programme: 6f1f0f3e-0000-4000-8000-000000000001
            name:
              Pilot
            aim:
              Leaders learn what new colleagues know.
            who may apply:
              Mentors up to level 3, mentees from level 6.
            success:
              Two in three would do it again.
            stopping:
              If a third of the pairs stop meeting.
            mentors who start now: 20
            mentors in reserve: 4
            mentees who start now: 20
            mentees in reserve: 4
            strata: DEPARTMENT
            closes: 2027-01-31T17:00:00
            zone: Europe/Lisbon
            closes in UTC: 2027-01-31T17:00:00Z
            starts: 2027-03-01
            weeks: 26
            next wave: 2027-10-01
            """;

    /// By `sha256sum`.
    private static final String DIGEST = "deb8c790ddbd38543d358ff3ab7606c37d4c308fe02820d53469a9aa917e112b";

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Phases phases;

    @Autowired
    private CriteriaOfProgrammes criteria;

    @Autowired
    private SettableClock clock;

    private Reader olga;
    private final UUID programme = UUID.fromString("6f1f0f3e-0000-4000-8000-000000000001");
    private final String home = "/programmes/" + programme;

    @BeforeEach
    void a_programme_that_was_consulted_on() {
        programmes.start(new Programme(programme, "Pilot", 20, SettableClock.START));
        olga = doors.owner(port);
        Consulted.make(olga, programme);
    }

    @Test
    @Asvs("2.3.1")
    void no_call_opens_before_its_criteria_are_settled_and_everything_missing_is_told_at_once() {
        var refused = open();

        assertThat(refused.status()).isEqualTo(422);
        for (var missing : new String[] {
            "What the programme is for",
            "Who may apply",
            "What will count as success",
            "When the programme stops early",
            "How many mentors there is room for",
            "How many mentees there is room for",
            "Until when people apply",
            "When pairs start",
            "When the next wave starts"
        }) {
            assertThat(refused.says("<li>" + missing + "</li>"))
                    .describedAs(missing)
                    .isTrue();
        }
        assertThat(phases.of(programme)).isEqualTo(Phase.CONSULTED);
    }

    @Test
    void one_thing_that_is_missing_is_enough() {
        settle("stopping", "");

        var refused = open();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("<li>When the programme stops early</li>")).isTrue();
        assertThat(refused.says("<li>Who may apply</li>")).isFalse();
    }

    @Test
    void no_call_opens_that_is_over_already() {
        settle();
        clock.pass(Duration.ofDays(70));
        olga = doors.owner(port);

        var refused = open();

        assertThat(refused.says("A closing date that is still to come")).isTrue();
        assertThat(phases.of(programme)).isEqualTo(Phase.CONSULTED);
    }

    @Test
    void opening_freezes_the_criteria_under_a_digest_that_anybody_can_work_out() {
        settle();

        assertThat(open().says("The call is open.")).isTrue();

        var kept = criteria.find(programme).orElseThrow();
        assertThat(kept.digest()).isEqualTo(DIGEST);
        assertThat(kept.frozenAt()).isEqualTo(clock.instant());
        var file = olga.download("/calls/" + programme + "/criteria.txt");
        assertThat(new String(file.body(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
        assertThat(olga.open(home + "/decisions").says("SHA-256: " + DIGEST)).isTrue();
    }

    @Test
    void another_letter_is_another_digest_and_no_words_pass_for_another_line() {
        settle("aim", "Leaders learn\nmentors who start now: 1");
        open();

        var kept = criteria.find(programme).orElseThrow();
        assertThat(kept.digest()).isNotEqualTo(DIGEST);
        assertThat(CriteriaText.of(programmes.find(programme).orElseThrow(), kept.criteria()))
                .contains("\n  mentors who start now: 1\n")
                .contains("\nmentors who start now: 20\n");
    }

    private void settle(String... others) {
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but(others));
    }

    private Reader.Page open() {
        olga.open(home);
        return olga.press(home + "/phase", "phase", "OPEN", "reason", "All is settled");
    }
}
