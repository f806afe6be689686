// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.identity.Grants;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class SponsorNoteTest {
    private static final String WORDS = "I do not know what a first day here is like any more.";

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private Grants grants;

    @Autowired
    private JdbcClient jdbc;

    private UUID programme;
    private String path;
    private Reader dana;

    @BeforeEach
    void dana_sponsors_a_programme_whose_call_is_open() {
        programme = OpenCall.begin(programmes, people, jdbc);
        path = "/calls/" + programme + "/note";
        dana = doors.reader(port, "dana@x.example");
        var olga = doors.owner(port);
        olga.open("/duties");
        olga.press(
                "/duties",
                "email",
                "dana@x.example",
                "name",
                "Dana",
                "duty",
                "SPONSOR",
                "programme",
                programme.toString(),
                "reason",
                "She asked for it");
        dana.open("/duties");
        dana.press("/duties/"
                + grants.open().stream()
                        .filter(each -> !each.confirmed())
                        .findFirst()
                        .orElseThrow()
                        .id() + "/confirmation");
    }

    @Test
    void everyone_reads_on_the_call_what_a_sponsor_does_not_know() {
        assertThat(dana.open("/duties").says(path)).isTrue();

        assertThat(sign(WORDS, "yes").says("It is signed, and stands on the call."))
                .isTrue();

        assertThat(doors.reader(port, "amira@x.example")
                        .open("/calls/" + programme)
                        .text())
                .contains("What I do not know", WORDS, "Dana, sponsor of this programme");
        sign("Nor how people pay.", "yes");
        assertThat(dana.open("/calls/" + programme).text())
                .contains("Nor how people pay.")
                .doesNotContain(WORDS);
    }

    @Test
    void words_that_a_sponsor_does_not_say_are_theirs_are_not_taken_and_not_lost() {
        var page = sign(WORDS, "");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("Say that you wrote it yourself.")).isTrue();
        assertThat(page.says(WORDS)).isTrue();
        assertThat(sign(" ", "yes").says("Write something, in up to 2,000 characters"))
                .isTrue();
        assertThat(sign("x".repeat(2_001), "yes").says("This has 2,001")).isTrue();
        assertThat(dana.open("/calls/" + programme).says("What I do not know")).isFalse();
    }

    @Test
    void it_is_there_for_sponsors_alone_and_owners_cannot_write_it() {
        assertThat(doors.owner(port).open(path).status()).isEqualTo(404);
        assertThat(doors.reader(port, "amira@x.example").open(path).status()).isEqualTo(404);
        var other = UUID.randomUUID();
        programmes.start(new Programme(other, "Other", 2, org.counterpart.SettableClock.START));
        assertThat(dana.open("/calls/" + other + "/note").status()).isEqualTo(404);
    }

    @Test
    void once_pairs_meet_it_stays_as_it_is_and_can_be_taken_back() {
        sign(WORDS, "yes");
        jdbc.sql("insert into phase_change (programme_id, number, phase, at) values (?, 3, 'ACTIVE', now())")
                .param(programme)
                .update();

        assertThat(sign("Something else", "yes").status()).isEqualTo(422);
        assertThat(dana.open("/calls/" + programme).says(WORDS)).isTrue();
        dana.open(path);
        assertThat(dana.press(path + "/removal").says("Your note is taken back."))
                .isTrue();
        assertThat(dana.open("/calls/" + programme).says(WORDS)).isFalse();
    }

    @Test
    void before_the_call_opens_it_is_its_authors_and_the_owners() {
        sign(WORDS, "yes");
        var draft = UUID.randomUUID();
        programmes.start(new Programme(draft, "Draft", 2, org.counterpart.SettableClock.START));
        jdbc.sql("insert into sponsor_note select ?, account_id, name, text, at from sponsor_note")
                .param(draft)
                .update();

        assertThat(Acting.person(null, "amira").call(this::notes)).isEqualTo(1);
        assertThat(Acting.owner(null, null).call(this::notes)).isEqualTo(2);
    }

    @Test
    void the_database_lets_nobody_sign_for_somebody_else() {
        sign(WORDS, "yes");

        assertThat(Acting.owner(UUID.randomUUID(), "finn")
                        .call(() -> jdbc.sql("update sponsor_note set text = 'Forged'")
                                .update()))
                .isZero();
        assertThat(Acting.owner(UUID.randomUUID(), "finn").call(this::forgeable))
                .isFalse();
    }

    private boolean forgeable() {
        try {
            jdbc.sql("insert into sponsor_note select ?, account_id, 'Dana', 'Forged', now() from sponsor_note")
                    .param(programme)
                    .update();
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private int notes() {
        return jdbc.sql("select count(*) from sponsor_note")
                .query(Integer.class)
                .single();
    }

    private Page sign(String words, String own) {
        dana.open(path);
        return dana.press(path, "text", words, "own", own);
    }
}
