// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.results.ResultsOfProgrammes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What came of a programme, against whoever would rather not say all of it, or say something else later.
@CounterpartTest
class ResultsTest {
    private static final String FIRST = "Two in three would do it again.";
    private static final String SECOND = "Half of both changed one thing.";
    private static final Duration UNTIL_IT_ENDS = Duration.ofDays(280);

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private ResultsOfProgrammes results;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    private Reader olga;
    private final UUID programme = UUID.randomUUID();
    private final String home = "/programmes/" + programme;
    private final String path = home + "/results";
    private final String call = "/calls/" + programme;

    @BeforeEach
    void a_call_that_opened_with_two_criteria() {
        programmes.start(new Programme(programme, "Pilot", 20, SettableClock.START));
        people.save(List.of(Season.person("amira", 1)));
        olga = doors.owner(port);
        Consulted.make(olga, programme);
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but("success", FIRST + "\n \n" + SECOND));
        olga.open(home);
        olga.press(home + "/phase", "phase", "OPEN", "reason", "All is settled");
    }

    @Test
    void before_anything_is_published_the_call_says_so_and_when_the_programme_ends() {
        assertThat(everyone().says("Nothing is reported yet. The programme ends on 30 August 2027."))
                .isTrue();
        assertThat(olga.open(home).says("When the programme ends, each criterion gets its answer."))
                .isTrue();
        assertThat(olga.open(path).text()).contains(FIRST, SECOND, "If a third of the pairs stop meeting.");
    }

    @Test
    void once_published_everyone_reads_beside_each_criterion_what_came_of_it_also_if_nothing_did() {
        itEnds();
        assertThat(olga.open(home).says("The programme is over. Say what came of each criterion"))
                .isTrue();
        assertThat(save().says("Saved. It can be published now.")).isTrue();
        assertThat(everyone().says("Nothing is reported yet.")).isTrue();

        assertThat(publish("1.1").says("The results are published.")).isTrue();

        var page = everyone();
        assertThat(page.text())
                .containsSubsequence(
                        FIRST,
                        "No difference found",
                        "Seen on 31 August 2027, from 41 people",
                        "As many as before.",
                        SECOND,
                        "Cannot be said",
                        "Said on 31 August 2027",
                        "Too few answered.",
                        "If a third of the pairs stop meeting.",
                        "It came to this, and the programme went on",
                        "Nobody counted until May.",
                        "Published on 31 August 2027.");
        assertThat(page.says("Nothing is reported yet.")).isFalse();
        assertThat(olga.open(home).says("What came of it is published on the call."))
                .isTrue();
        assertThat(olga.open(home + "/decisions").says("Published the results, version 1."))
                .isTrue();
    }

    @Test
    void nothing_is_published_before_every_criterion_has_its_answer() {
        itEnds();
        var saved = save("finding1", "", "seen1", "", "on1", "", "people0", "", "ending", "");

        for (var missing : List.of(
                "Criterion 1: from how many people",
                "Criterion 2: what came of it",
                "Criterion 2: what was seen, or why it cannot be said",
                "Criterion 2: when it was seen",
                "Whether the programme stopped early")) {
            assertThat(saved.says("<li>" + missing)).describedAs(missing).isTrue();
        }
        assertThat(saved.says("<li>Criterion 1: what came of it")).isFalse();
        assertThat(saved.says("Publish version 1")).isFalse();
        var refused = publish("1.1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("Nothing was published: 5 things are missing.")).isTrue();
        assertThat(everyone().says("As many as before.")).isFalse();
        assertThatThrownBy(() -> jdbc.sql(
                                "update results set published_at = now() + interval '2 years', ending = 'NOT_MET'")
                        .update())
                .hasMessageContaining("Every criterion has its result before any is published.");
    }

    @Test
    void results_come_when_the_programme_was_announced_to_end_or_when_it_stopped_early_and_says_so() {
        var early = save("on0", "2026-11-24", "on1", "2026-11-24");

        assertThat(early.says("<li>The end of the programme, 2027-08-30, as it was announced"))
                .isTrue();
        assertThat(publish("1.1").status()).isEqualTo(422);

        save("draft", "1.1", "on0", "2026-11-24", "on1", "2026-11-24", "ending", "STOPPED");
        assertThat(publish("1.2").says("The results are published.")).isTrue();
        assertThat(everyone().says("It came to this, and the programme stopped"))
                .isTrue();
    }

    @Test
    void whoever_stops_early_says_what_happened() {
        var saved = save("ending", "STOPPED_OTHERWISE", "endingSeen", " ", "on0", "2026-11-24", "on1", "2026-11-24");

        assertThat(saved.says("<li>What happened when it came to stopping early"))
                .isTrue();
        assertThat(publish("1.1").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people0 | 7 | From 7 people others could tell who said what. Enter 8 or more
            people1 | 0 | From 0 people others could tell
            people0 | -9 | “-9” is not allowed. Enter a whole number from 8 to 100,000.
            people0 | 100001 | “100001” is not allowed.
            people0 | many | “many” is not allowed.
            on0 | 2026-11-23 | “2026-11-23” cannot be. Enter a day from 2026-11-24, when the call opened, to 2027-08-31
            on1 | 2027-09-01 | “2027-09-01” cannot be.
            on0 | 2027-02-30 | “2027-02-30” is not a day.
            on0 | +12027-02-03 | “+12027-02-03” is not a day.
            finding0 | SPLENDID | Choose one of these
            ending | LATE | Choose one of these
            """)
    void what_is_wrong_is_refused_with_what_is_allowed_and_stands_in_the_form(String field, String value, String says) {
        itEnds();

        var refused = save(field, value, "seen1", "Something else");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says(says)).describedAs(refused.text()).isTrue();
        assertThat(refused.says("Nothing was saved yet: one answer below is wrong."))
                .isTrue();
        assertThat(refused.says("Something else")).isTrue();
        assertThat(results.draft(programme)).isEmpty();
    }

    @Test
    void so_few_people_that_others_could_tell_who_are_in_no_row_either() {
        itEnds();
        save();

        assertThatThrownBy(() -> jdbc.sql("update finding set people = 7").update())
                .hasMessageContaining("nobody_can_be_told_by_their_number");
    }

    @Test
    void ten_thousand_characters_are_refused_by_their_number_and_stand_in_the_form() {
        itEnds();
        var longText = "é".repeat(10_000);

        var refused = save("seen0", longText, "endingSeen", longText);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("10,000 characters are too many. Use up to 1,000."))
                .isTrue();
        assertThat(refused.says(longText)).isTrue();
    }

    @Test
    void formulas_tags_and_any_script_are_words() {
        itEnds();
        save("seen0", "=HYPERLINK(\"x\") <script>alert(1)</script>\r\n学 O’Neill", "endingSeen", "<b>@SUM</b>");
        publish("1.1");

        assertThat(everyone().text())
                .contains(
                        "=HYPERLINK(\"x\") &lt;script&gt;alert(1)&lt;/script&gt;\n学 O’Neill<",
                        "&lt;b&gt;@SUM&lt;/b&gt;")
                .doesNotContain("<script>alert", "<b>@SUM");
    }

    @Test
    void a_criterion_that_was_not_frozen_gets_no_result_and_none_can_be_left_out() {
        itEnds();

        save("finding2", "REACHED", "seen2", "Everybody is happier.", "people2", "60", "on2", "2027-08-31");
        publish("1.1");

        assertThat(everyone().says("Everybody is happier.")).isFalse();
        var kept = results.published(programme).getFirst();
        assertThat(kept.found()).hasSize(2);
    }

    @Test
    void what_was_published_stays_and_a_correction_stands_beside_it_with_its_reason() {
        itEnds();
        save();
        publish("1.1");
        clock.pass(Duration.ofMinutes(5));

        assertThat(save("draft", "2.0", "finding0", "REACHED", "seen0", "More than before.")
                        .says("<li>Why it is corrected"))
                .isTrue();
        assertThat(publish("2.1").status()).isEqualTo(422);
        assertThat(everyone().says("More than before.")).isFalse();
        save("draft", "2.1", "finding0", "REACHED", "seen0", "More than before.", "reason", "One team was missing.");
        assertThat(publish("2.2").says("The results are published.")).isTrue();

        assertThat(everyone().text())
                .containsSubsequence(
                        "Reached",
                        "More than before.",
                        "Corrected on 31 August 2027",
                        "Why: One team was missing.",
                        "Version 1, as it was published on 31 August 2027",
                        "No difference found",
                        "As many as before.");
        assertThat(olga.open(home + "/decisions").text())
                .contains(
                        "Published the results, version 1.",
                        "Published the results, version 2.",
                        "One team was missing.");
    }

    @Test
    void the_database_takes_back_nothing_that_everyone_read() {
        itEnds();
        save();
        publish("1.1");

        for (var change : List.of(
                "update results set ending_seen = 'Nothing'",
                "update results set published_at = null",
                "delete from results",
                "update finding set finding = 'REACHED'",
                "update finding set version = 2",
                "delete from finding",
                "insert into finding select programme_id, version, 7, finding, seen, people, seen_on from finding limit 1")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .describedAs(change)
                    .hasMessageContaining("What was published stays.");
        }
        assertThatThrownBy(() -> jdbc.sql("insert into results (programme_id, version, edition, saved_at) "
                                + "select programme_id, 3, 1, saved_at from results")
                        .update())
                .hasMessageContaining("One version is published before the next begins.");
    }

    @Test
    void nobody_publishes_or_replaces_what_they_have_not_read() {
        itEnds();
        save();
        var late = save("seen0", "Everybody would.");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.says("Nothing was saved or published: something else was saved on 31 August 2027"))
                .isTrue();
        assertThat(late.says("Everybody would.")).isTrue();
        assertThat(results.draft(programme).orElseThrow().found().getFirst().seen())
                .isEqualTo("As many as before.");

        assertThat(save("draft", "1.1", "seen0", "Everybody would.").status()).isEqualTo(200);
        var unread = publish("1.1");
        assertThat(unread.status()).isEqualTo(409);
        assertThat(results.published(programme)).isEmpty();
    }

    @Test
    void publishing_twice_is_publishing_once() {
        itEnds();
        save();

        publish("1.1");
        assertThat(publish("1.1").says("The results are published.")).isTrue();

        assertThat(results.published(programme)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from decision where act = 'RESULTS_PUBLISHED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_draft_is_there_for_owners_alone() {
        itEnds();
        save();

        assertThat(Acting.person(null, "amira").call(this::rows)).isZero();
        assertThat(Acting.owner(null, null).call(this::rows)).isEqualTo(3);
        assertThat(doors.reader(port, "amira@x.example").open(path).status()).isEqualTo(404);
        publish("1.1");
        assertThat(Acting.person(null, "amira").call(this::rows)).isEqualTo(3);
    }

    @Test
    void without_criteria_that_were_frozen_there_is_nothing_to_report() {
        var other = UUID.randomUUID();
        programmes.start(new Programme(other, "Draft", 20, SettableClock.START));
        var there = "/programmes/" + other + "/results";

        assertThat(olga.open(there).says("No call with criteria opened here")).isTrue();
        assertThat(olga.press(there, all()).status()).isEqualTo(422);
        assertThat(results.draft(other)).isEmpty();
    }

    private int rows() {
        return jdbc.sql("select (select count(*) from results) + (select count(*) from finding)")
                .query(Integer.class)
                .single();
    }

    private void itEnds() {
        clock.pass(UNTIL_IT_ENDS);
        olga = doors.owner(port);
    }

    private Reader.Page everyone() {
        return doors.reader(port, "amira@x.example").open(call);
    }

    private Reader.Page save(String... others) {
        olga.open(path);
        return olga.press(path, all(others));
    }

    private Reader.Page publish(String draft) {
        olga.open(path);
        return olga.press(path + "/publication", "draft", draft);
    }

    /// Something about both criteria, some of it otherwise: name, value, name, value …
    private static String[] all(String... others) {
        var fields = new ArrayList<>(List.of(
                "draft", "1.0",
                "finding0", "NO_DIFFERENCE",
                "seen0", "As many as before.",
                "people0", "41",
                "on0", "2027-08-31",
                "finding1", "CANNOT_BE_SAID",
                "seen1", "Too few answered.",
                "people1", "",
                "on1", "2027-08-31",
                "ending", "WENT_ON",
                "endingSeen", "Nobody counted until May."));
        for (int i = 0; i < others.length; i += 2) {
            int at = fields.indexOf(others[i]);
            if (at < 0) {
                fields.add(others[i]);
                fields.add(others[i + 1]);
            } else {
                fields.set(at + 1, others[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }
}
