// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Consents;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Matter;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class InvitingTest {
    private static final String WORDS = "I learnt more in six months than in six years. Come!";

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private Consents consents;

    @Autowired
    private Erasing erasing;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private UUID programme;
    private String path;

    @BeforeEach
    void an_open_call() {
        programme = OpenCall.begin(programmes, people, jdbc);
        path = "/calls/" + programme + "/invite";
    }

    @Test
    void a_colleague_reads_who_invites_them_in_their_own_words_by_mail_and_on_the_call() {
        var page = invite("dana", "Ezra@x.example ", WORDS);

        assertThat(page.says("If ezra@x.example belongs to anybody on the roster, your invitation is on its way."))
                .isTrue();
        assertThat(mail("ezra@x.example"))
                .contains("A colleague invites you to Summer", WORDS, "Dana, who has not taken part here yet")
                .contains("/calls/" + programme);
        var call = reader("ezra").open("/calls/" + programme);
        assertThat(call.text()).contains("An invitation to you", WORDS, "Dana, who has not taken part here yet");
        assertThat(reader("finn").open("/calls/" + programme).says(WORDS)).isFalse();
        assertThat(doors.owner(port).open("/calls/" + programme).says(WORDS)).isFalse();
    }

    @Test
    void only_whoever_completed_a_pairing_signs_as_somebody_who_did() {
        var earlier = pairOf("bo", "dana");
        assertThat(signedBy("dana")).contains("Dana, who has not taken part here yet");

        jdbc.sql("insert into phase_change (programme_id, number, phase, at) values (?, 1, 'ENDED', now())")
                .param(earlier)
                .update();

        assertThat(signedBy("dana")).contains("Dana, who was a mentee in an earlier programme");
        assertThat(signedBy("bo")).contains("Bo, who was a mentor in an earlier programme");
        invite("dana", "ezra@x.example", WORDS);
        assertThat(mail("ezra@x.example")).contains("Dana, who was a mentee in an earlier programme");
    }

    @Test
    void a_pair_that_one_of_them_left_was_not_completed() {
        var earlier = pairOf("bo", "dana");
        jdbc.sql("update pair set closed_at = now()").update();
        jdbc.sql("insert into phase_change (programme_id, number, phase, at) values (?, 1, 'ENDED', now())")
                .param(earlier)
                .update();

        assertThat(signedBy("dana")).contains("Dana, who has not taken part here yet");
    }

    @Test
    void nobody_learns_whether_an_address_is_anybodys_and_no_mail_goes_out_to_one_that_is_not() {
        var known = invite("dana", "ezra@x.example", WORDS).text();
        var unknown = invite("finn", "ezro@x.example", WORDS).text();

        assertThat(shape(unknown).replace("ezro@", "ezra@")).isEqualTo(shape(known));
        assertThat(jdbc.sql("select recipient from mail where subject like 'A colleague%'")
                        .query(String.class)
                        .list())
                .containsExactly("ezra@x.example");
    }

    @Test
    void whoever_left_the_programme_is_not_written_to() {
        consents.turn("ezra", Matter.PROGRAMME, true);
        consents.turn("ezra", Matter.PROGRAMME, false);

        invite("dana", "ezra@x.example", WORDS);

        assertThat(jdbc.sql("select count(*) from mail where subject like 'A colleague%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
        var both = invite("dana", "ezra", "x".repeat(1_001));

        assertThat(both.status()).isEqualTo(422);
        assertThat(both.text())
                .contains("Enter one work address", "in up to 1,000 characters. This has 1,001", "x".repeat(1_001));
        assertThat(invite("dana", "dana@x.example", WORDS).says("This is your own address"))
                .isTrue();
        assertThat(invite("dana", "ezra@x.example", " ").says("Write something to them"))
                .isTrue();
        invite("dana", "ezra@x.example", WORDS);
        var twice = invite("dana", "EZRA@x.example", "Once more");
        assertThat(twice.says("You have invited ezra@x.example already")).isTrue();
        assertThat(twice.says("Once more")).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|' /C calc'!A0", "<script>alert(1)</script>", "Ülkü, 田中, \u202eabc", "{0} '' {1,number}"})
    void words_stay_as_they_were_typed(String words) {
        invite("dana", "ezra@x.example", words);

        assertThat(mail("ezra@x.example")).contains(words);
        assertThat(reader("ezra").open("/calls/" + programme).text())
                .contains(org.springframework.web.util.HtmlUtils.htmlEscape(words, "UTF-8")
                        .replace("&#39;", "'")
                        .replace("&quot;", "\""));
    }

    @Test
    void one_person_invites_twenty_to_a_call_however_many_buttons_are_pressed_at_once() throws Exception {
        var dana = reader("dana");
        dana.open(path);
        try (var presses = Executors.newFixedThreadPool(8)) {
            presses.invokeAll(IntStream.range(0, 30)
                    .<Callable<Page>>mapToObj(
                            i -> () -> dana.press(path, "address", "n" + i + "@x.example", "words", WORDS))
                    .toList());
        }
        for (int i = 0; i < 30; i++) {
            invite("dana", "n" + i + "@x.example", WORDS);
        }

        assertThat(rows()).isEqualTo(20);
        assertThat(invite("dana", "ezra@x.example", WORDS).says("no more is possible"))
                .isTrue();
        assertThat(invite("finn", "ezra@x.example", WORDS).says("your invitation is on its way"))
                .isTrue();
    }

    @Test
    void nobody_invites_to_a_call_that_is_over_and_what_they_typed_is_not_lost() {
        clock.pass(Duration.ofDays(20));

        var page = invite("dana", "ezra@x.example", WORDS);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("This call is not open")).isTrue();
        assertThat(page.says(WORDS)).isTrue();
        assertThat(rows()).isZero();
    }

    @Test
    void owners_see_how_many_each_invited_and_how_many_of_those_applied_but_not_whom() {
        invite("dana", "ezra@x.example", WORDS);
        invite("dana", "finn@x.example", WORDS);
        invite("dana", "ghost@x.example", WORDS);
        var ezra = reader("ezra");
        ezra.open("/calls/" + programme + "/apply");
        ezra.press("/calls/" + programme + "/apply", with(OpenCall.mentee(), "then", "hand-in"));

        var page = doors.owner(port).open("/programmes/" + programme + "/announcement");

        assertThat(page.text())
                .contains("Invited 3, of whom 1 applied")
                .doesNotContain(WORDS, "ezra@x.example", "ghost@x.example");
    }

    @Test
    void whoever_is_erased_takes_what_they_wrote_and_what_was_written_to_them() {
        invite("dana", "ezra@x.example", WORDS);
        invite("ezra", "finn@x.example", WORDS);
        invite("finn", "dana@x.example", WORDS);

        erasing.erase("ezra");

        assertThat(jdbc.sql("select inviter_id from invitation")
                        .query(String.class)
                        .list())
                .containsExactly("finn");
    }

    @Test
    void the_database_lets_nobody_sign_for_somebody_else() {
        var forged = """
                insert into invitation values ('%s', 'finn', 1, 'ezra', 'ezra@x.example', '{MENTEE}', 'Come', now())""".formatted(programme);

        assertThat(Acting.person(null, "dana").call(() -> refuses(forged))).isTrue();
        assertThat(Acting.owner(null, "dana").call(() -> refuses(forged))).isTrue();
        assertThat(Acting.person(null, "finn").call(() -> refuses(forged))).isFalse();
        assertThat(Acting.owner(null, "dana")
                        .call(() -> jdbc.sql("select count(*) from invitation")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    private boolean refuses(String sql) {
        try {
            jdbc.sql(sql).update();
            return false;
        } catch (DataAccessException refused) {
            return true;
        }
    }

    private UUID pairOf(String mentor, String mentee) {
        var earlier = UUID.randomUUID();
        var run = UUID.randomUUID();
        jdbc.sql("insert into programme values (?, 'Earlier', 2, now())")
                .param(earlier)
                .update();
        jdbc.sql("""
                        insert into match_run (id, programme_id, number, at, by_account, seed, level_gap, minutes_in_common, \
                        mentors, mentees, eithers, possible, candidates, pairs, worst, total, verified, archive) \
                        values (:run, :id, 1, now(), gen_random_uuid(), 's', 1, 15, 1, 1, 0, 1, 1, 1, 9, 9, true, '')""").param("run", run).param("id", earlier).update();
        jdbc.sql("""
                        insert into pair (id, programme_id, run_id, mentor_id, mentee_id, evidence, proposed_at, answer_by, \
                        mentor_answer, mentor_answered_at, mentee_answer, mentee_answered_at) \
                        values (gen_random_uuid(), :id, :run, :mentor, :mentee, '[]', now(), now(), 'ACCEPTED', now(), \
                        'ACCEPTED', now())""")
                .param("id", earlier)
                .param("run", run)
                .param("mentor", mentor)
                .param("mentee", mentee)
                .update();
        return earlier;
    }

    private String signedBy(String who) {
        return reader(who).open(path).text();
    }

    private Page invite(String who, String address, String words) {
        var reader = reader(who);
        reader.open(path);
        return reader.press(path, "address", address, "words", words);
    }

    private Reader reader(String who) {
        return doors.reader(port, who + "@x.example");
    }

    private String mail(String recipient) {
        return jdbc.sql(
                        "select subject || E'\\n' || body from mail where recipient = ? and subject like 'A colleague%'")
                .param(recipient)
                .query(String.class)
                .single();
    }

    private int rows() {
        return jdbc.sql("select count(*) from invitation").query(Integer.class).single();
    }

    /// A page without what is of its reader and this moment.
    private static String shape(String text) {
        return text.replaceAll("value=\"[^\"]{20,}\"", "").replaceAll("Dana|Finn|dana|finn", "?");
    }

    private static String[] with(String[] fields, String... more) {
        return java.util.stream.Stream.of(List.of(fields), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }
}
