// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.programme.consultation.Consultations;
import org.counterpart.programme.consultation.Voice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class AskingFormerParticipantsTest {
    private static final String[] ANSWER = {
        "part", "MENTEE",
        "tookPartIn", "Pilot in Lisbon",
        "pitfalls", "Nobody had time\nBosses cancelled",
        "successes", "We laughed",
        "value", "I ask before I answer"
    };

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Consultations consultations;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final UUID programme = UUID.randomUUID();
    private final String path = "/programmes/" + programme + "/consultation";
    private Reader olga;

    @BeforeEach
    void a_draft() {
        programmes.start(new Programme(programme, "Pilot", 20, SettableClock.START));
        olga = doors.owner(port);
    }

    @Test
    void somebody_without_an_account_answers_from_a_mail_and_is_heard_under_the_name_that_owners_know() {
        ask("Vera", "Vera@y.example");

        var vera = new Reader(port);
        var form = vera.open(link("vera@y.example"));
        assertThat(form.text()).contains("“Pilot” is being prepared", "under the name “Vera”", "kept for 24 months");
        var page = vera.press(link("vera@y.example"), ANSWER);

        assertThat(page.says("Thank you")).isTrue();
        assertThat(consultations.of(programme)).singleElement().satisfies(voice -> {
            assertThat(voice.knownAs()).isEqualTo("Vera");
            assertThat(voice.part()).isEqualTo(Voice.Part.MENTEE);
            assertThat(voice.pitfalls()).hasSize(2);
        });
        assertThat(olga.open(path).text()).contains("Vera", "Bosses cancelled").doesNotContain("not answered yet");
    }

    @Test
    void a_link_is_good_for_one_answer_and_shows_nothing_of_it() {
        ask("Vera", "vera@y.example");
        var vera = new Reader(port);
        vera.open(link("vera@y.example"));
        vera.press(link("vera@y.example"), ANSWER);

        var again = vera.open(link("vera@y.example"));

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.says("Bosses cancelled")).isFalse();
        assertThat(consultations.of(programme)).hasSize(1);
    }

    @Test
    void a_link_is_good_for_thirty_days_and_until_the_owner_takes_it_back() {
        ask("Vera", "vera@y.example");
        ask("Vito", "vito@y.example");
        assertThat(new Reader(port).open(link("vito@y.example")).status()).isEqualTo(200);

        olga.open(path);
        olga.press(path + "/links/" + id("Vito") + "/removal");
        assertThat(new Reader(port).open(link("vito@y.example")).status()).isEqualTo(404);

        clock.pass(Duration.ofDays(30).minusMinutes(1));
        assertThat(new Reader(port).open(link("vera@y.example")).status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(2));
        assertThat(new Reader(port).open(link("vera@y.example")).status()).isEqualTo(404);
    }

    @Test
    void whoever_is_asked_again_has_one_link_that_works() {
        ask("Vera", "vera@y.example");
        var first = link("vera@y.example");
        ask("vera", "vera@z.example");

        assertThat(new Reader(port).open(first).status()).isEqualTo(404);
        assertThat(new Reader(port).open(link("vera@z.example")).status()).isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
        assertThat(ask(" ", "vera").text())
                .contains("Enter a name, in up to 120 characters", "Enter one address", "value=\"vera\"");
        assertThat(mails()).isZero();
        ask("Vera", "vera@y.example");
        var vera = new Reader(port);
        vera.open(link("vera@y.example"));

        var page = vera.press(link("vera@y.example"), "tookPartIn", "Pilot", "value", "x".repeat(4_001));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Choose one of the two", "Use up to 4,000 characters", "x".repeat(4_001));
        assertThat(consultations.of(programme)).isEmpty();
    }

    @Test
    void once_the_call_is_out_nobody_is_asked_and_no_link_opens() {
        ask("Vera", "vera@y.example");
        jdbc.sql("insert into phase_change values (?, 1, 'CONSULTED', now()), (?, 2, 'OPEN', now())")
                .params(programme, programme)
                .update();

        assertThat(new Reader(port).open(link("vera@y.example")).status()).isEqualTo(404);
        assertThat(ask("Vito", "vito@y.example").says("The call is out")).isTrue();
    }

    private Page ask(String name, String address) {
        olga.open(path);
        return olga.press(path + "/links", "knownAs", name, "address", address);
    }

    private String link(String recipient) {
        var body = jdbc.sql("select body from mail where recipient = ?")
                .param(recipient)
                .query(String.class)
                .single();
        var found = Pattern.compile("/consultations/[\\w-]+").matcher(body);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String id(String name) {
        return jdbc.sql("select id::text from consultation_link where known_as = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where body like '%/consultations/%'")
                .query(Integer.class)
                .single();
    }
}
