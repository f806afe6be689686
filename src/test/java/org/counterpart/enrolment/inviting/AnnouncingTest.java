// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.privacy.Consents;
import org.counterpart.privacy.Matter;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class AnnouncingTest {
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

    @Autowired
    private Consents consents;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private UUID programme;
    private String path;
    private Reader olga;

    @BeforeEach
    void an_open_call() {
        programme = OpenCall.begin(programmes, people, jdbc);
        path = "/programmes/" + programme + "/announcement";
        olga = doors.owner(port);
    }

    @Test
    void everyone_is_written_to_but_for_whoever_applied_left_or_has_no_address() {
        signUps.apply(
                programme,
                new SignUp(
                        "amira",
                        Role.MENTOR,
                        1,
                        List.of("Maps"),
                        List.of(),
                        null,
                        List.of(),
                        java.util.Set.of(),
                        List.of()),
                List.of(),
                SettableClock.START);
        consents.turn("bo", Matter.PROGRAMME, true);
        consents.turn("bo", Matter.PROGRAMME, false);
        people.save(List.of(new Person("nomail", "Nomail", null, 1, null, null, null, null, java.util.Set.of(), null)));

        assertThat(olga.open(path).says("Write to 4 people")).isTrue();
        var page = olga.press(path);

        assertThat(page.says("4 people are written to")).isTrue();
        assertThat(announced())
                .containsExactlyInAnyOrder("cleo@x.example", "dana@x.example", "ezra@x.example", "finn@x.example");
        assertThat(jdbc.sql("select body from mail where recipient = 'dana@x.example'")
                        .query(String.class)
                        .single())
                .startsWith("Hello Dana,")
                .contains("17:00", "Europe/Berlin", "/calls/" + programme);
        assertThat(olga.open("/programmes/" + programme + "/decisions")
                        .says("Wrote to 4 people that the call is open."))
                .isTrue();
    }

    @Test
    void a_second_time_writes_to_nobody_and_says_when_it_was() {
        olga.open(path);
        olga.press(path);

        var again = olga.press(path);

        assertThat(again.says("6 people were written to")).isTrue();
        assertThat(again.says("Write to")).isFalse();
        assertThat(announced()).hasSize(6);
    }

    /// Mail is sent in the order in which it falls due.
    @Test
    void a_link_to_sign_in_waits_behind_one_second_of_them_at_most() {
        olga.open(path);
        olga.press(path);

        assertThat(jdbc.sql("select extract(epoch from max(next_attempt_at) - min(next_attempt_at)) from mail "
                                + "where subject like 'The call%'")
                        .query(Double.class)
                        .single())
                .isEqualTo(0.1);
    }

    @Test
    void nobody_is_written_to_of_a_call_that_is_over() {
        olga.open(path);
        clock.pass(Duration.ofDays(20));
        olga = doors.owner(port);
        olga.open(path);

        var page = olga.press(path);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("The call is not open")).isTrue();
        assertThat(announced()).isEmpty();
    }

    private List<String> announced() {
        return jdbc.sql("select recipient from mail where subject = 'The call of Summer is open'")
                .query((row, _) -> row.getString("recipient"))
                .list();
    }
}
