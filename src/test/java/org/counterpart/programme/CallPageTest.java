// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUps;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.web.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@CounterpartTest
@Import(CallPageTest.Acts.class)
class CallPageTest {
    private static final UUID PROGRAMME = UUID.fromString("6f1f0f3e-0000-4000-8000-000000000002");

    /// Two later modules, the second of which offers something to Amira alone.
    @TestConfiguration
    static class Acts {
        @Bean
        CallAction second() {
            return (_, who) -> "amira".equals(who.personId()) ? link(120, "web.privacy", "/second") : Optional.empty();
        }

        @Bean
        CallAction first() {
            return (_, who) -> link(110, "web.about-you", "/first");
        }

        private static Optional<CallAction.Link> link(int order, String words, String path) {
            return Optional.of(new CallAction.Link(order, Saying.of(words), Saying.of("web.foot"), path));
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    private Reader olga;
    private Reader amira;
    private final String home = "/programmes/" + PROGRAMME;
    private final String call = "/calls/" + PROGRAMME;

    @BeforeEach
    void somebody_of_the_roster_and_a_draft() {
        programmes.start(new Programme(PROGRAMME, "Pilot", 20, SettableClock.START));
        people.save(List.of(Season.person("amira", 1), Season.person("dana", 6)));
        olga = doors.owner(port);
        amira = doors.reader(port, "amira@x.example");
    }

    @Test
    void a_draft_is_there_for_its_owner_alone_who_is_told_so() {
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but("stopping", ""));

        var preview = olga.open(call);
        assertThat(preview.says("Only owners see this page.")).isTrue();
        assertThat(preview.says("Not settled yet")).isTrue();
        assertThat(preview.says("Two in three would do it again.")).isTrue();
        assertThat(amira.open(call).status()).isEqualTo(404);
        assertThat(amira.open(call + "/criteria.txt").status()).isEqualTo(404);
        assertThat(amira.open("/calls").says("Pilot")).isFalse();
        assertThat(new Reader(port).open(call).path()).isEqualTo("/sign-in");
    }

    @Test
    void a_programme_that_is_not_there_has_no_call() {
        assertThat(olga.open("/calls/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void once_it_is_open_everyone_who_signs_in_reads_what_was_settled() {
        open();

        var page = amira.open(call);

        assertThat(page.status()).isEqualTo(200);
        for (var words : List.of(
                "Leaders learn what new colleagues know.",
                "Mentors up to level 3, mentees from level 6.",
                "Two in three would do it again.",
                "If a third of the pairs stop meeting.",
                "31 January 2027, 17:00, by the clock of Europe/Lisbon",
                "1 March 2027",
                "26 weeks",
                "1 October 2027",
                "20 mentors and 20 mentees start now.",
                "4 mentors and 4 mentees",
                "a draw decides who starts now",
                "Department",
                "the call is open",
                "and no owner is shown it",
                "also if nothing did",
                "sha256sum criteria.txt")) {
            assertThat(page.says(words)).describedAs(words).isTrue();
        }
        assertThat(page.says("Only owners see this page.")).isFalse();
        assertThat(amira.open("/calls").says(call)).isTrue();
    }

    @Test
    void what_one_can_do_stands_on_it_in_order_for_whom_it_is() {
        open();

        var hers = amira.open(call).text();
        assertThat(hers).containsSubsequence(call + "/first", call + "/second");
        assertThat(doors.reader(port, "dana@x.example").open(call).text())
                .contains(call + "/first")
                .doesNotContain(call + "/second");
    }

    @Test
    void how_many_signed_up_is_told_from_five_on() {
        open();
        assertThat(amira.open(call).says("Signed up")).isFalse();
        var ids = IntStream.range(0, 5).mapToObj(i -> "someone" + i).toList();
        people.save(ids.stream().map(id -> Season.person(id, 1)).toList());
        signUps.save(
                PROGRAMME,
                ids.stream()
                        .map(id -> Season.signUp(id, Role.MENTOR, "Maps", "Law", Set.of()))
                        .toList());

        assertThat(amira.open(call).text()).containsPattern("Signed up</dt><dd>5<");
    }

    private void open() {
        Consulted.make(olga, PROGRAMME);
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but());
        olga.open(home);
        olga.press(home + "/phase", "phase", "OPEN", "reason", "All is settled");
    }
}
