// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.counterpart.Doors;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.matching.PairKey;
import org.counterpart.programme.Decision.Act;
import org.counterpart.programme.Decisions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Amira and Dana are a pair; all others were asked.
class PausesTest extends SeasonScene {
    private static final PairKey AMIRA_DANA = new PairKey("amira", "dana");

    @Autowired
    private ImportingPeople importing;

    @Autowired
    private PausingPairs pausing;

    @Autowired
    private Decisions decisions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Doors doors;

    @LocalServerPort
    private int port;

    @BeforeEach
    void amira_and_dana_both_accepted() {
        publish(run());
        answering.answer(only("amira").id(), "amira", Answer.ACCEPTED);
        answering.answer(only("amira").id(), "dana", Answer.ACCEPTED);
        jdbc.sql("delete from mail").update();
    }

    @Test
    void a_pair_that_comes_to_be_on_one_reporting_line_rests_and_both_are_told_kindly() {
        imports("amira,cleo", "cleo,dana");

        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.PAUSED);
        assertThat(only("amira").side("dana")).isEqualTo(Pair.Side.PAUSED);
        assertThat(mailed("Your pair rests, and it is nobody’s doing"))
                .containsExactly("amira@x.example", "dana@x.example");
        assertThat(pairs.overview(programme))
                .filteredOn(pair -> pair.outcome() == Pair.Outcome.PAUSED)
                .singleElement()
                .satisfies(pair -> assertThat(pair.mentorId()).isEqualTo("amira"));
    }

    @Test
    void it_goes_on_by_itself_once_an_import_has_no_such_line() {
        imports("amira,dana");
        imports("amira,finn");
        imports("amira,finn");

        assertThat(only("amira").outcome()).isEqualTo(Pair.Outcome.AGREED);
        assertThat(mailed("Your pair goes on")).containsExactly("amira@x.example", "dana@x.example");
    }

    @Test
    void importing_the_same_line_twice_tells_nobody_twice() {
        imports("amira,dana");
        imports("amira,dana");

        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void somebody_who_was_asked_cannot_answer_while_their_pair_would_be_on_one_line_whatever_the_other_said() {
        answering.answer(only("bo").id(), "bo", Answer.DECLINED);
        imports("bo,ezra", "finn,cleo");

        assertThat(only("ezra").side("ezra")).isEqualTo(Pair.Side.PAUSED);
        assertThat(only("finn").side("finn")).isEqualTo(Pair.Side.PAUSED);
        answering.answer(only("finn").id(), "finn", Answer.ACCEPTED);
        assertThat(only("finn").answerOf("finn")).isNull();
    }

    @Test
    void a_pair_that_rests_keeps_its_places_and_is_matched_with_nobody_else() {
        imports("amira,dana");

        assertThat(keys(run())).contains(AMIRA_DANA);
    }

    @Test
    void an_owner_ends_a_pair_on_one_line_with_a_reason_and_no_other() {
        var pair = only("amira");
        assertThat(ending.end(programme, pair.id(), "They asked me to.", Season.OWNER))
                .isEqualTo(EndingPairs.Answer.NOT_ON_A_LINE);
        imports("amira,dana");
        assertThat(ending.end(programme, pair.id(), " ", Season.OWNER)).isEqualTo(EndingPairs.Answer.NO_REASON);

        assertThat(ending.end(programme, pair.id(), "The line stays.", Season.OWNER))
                .isEqualTo(EndingPairs.Answer.ENDED);

        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.ENDED);
        assertThat(decisions.before(programme, Long.MAX_VALUE, 1))
                .extracting(entry -> entry.decision().act())
                .containsExactly(Act.PAIR_ENDED);
        assertThat(keys(run())).doesNotContain(AMIRA_DANA);
    }

    @Test
    void one_of_the_two_lets_the_pair_rest_until_a_day_and_it_goes_on_by_itself() {
        var day = day(10);

        pausing.pause(only("amira").id(), "amira", day);

        assertThat(only("dana").side("dana")).isEqualTo(Pair.Side.PAUSED);
        assertThat(only("dana").pause()).isEqualTo(new Pause(Pause.Cause.ASKED, LocalDate.parse(day)));
        assertThat(mailed("Your pair rests for a while")).containsExactly("amira@x.example", "dana@x.example");
        clock.pass(Duration.ofDays(10));
        assertThat(only("dana").side("dana")).isEqualTo(Pair.Side.AGREED);
    }

    @Test
    void nothing_that_is_kept_says_who_asked() {
        pausing.pause(only("amira").id(), "amira", day(20));
        pausing.resume(only("amira").id(), "dana");

        assertThat(jdbc.sql("select count(*) from audit_event where kind like 'PAIR_PAUSED' and actor is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit_event where kind in ('PAIR_PAUSED', 'PAIR_RESUMED')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void either_of_the_two_goes_on_earlier() {
        pausing.pause(only("amira").id(), "amira", day(20));
        pausing.resume(only("amira").id(), "dana");

        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.AGREED);
    }

    @Test
    void whoever_rests_reads_until_when_and_goes_on_in_one_press() {
        pausing.pause(only("amira").id(), "dana", day(20));
        var amira = doors.reader(port, "amira@x.example");
        var page = amira.open("/pairs");
        assertThat(page.says("Your pair rests until")).isTrue();

        amira.press("/pairs/" + only("amira").id() + "/resumption");

        assertThat(only("dana").side("dana")).isEqualTo(Pair.Side.AGREED);
    }

    @Test
    void a_pause_on_one_line_is_ended_by_neither_of_the_two() {
        imports("amira,dana");
        pausing.resume(only("amira").id(), "dana");

        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.PAUSED);
    }

    @Test
    void leaving_takes_no_reason_frees_both_and_is_told_to_both() {
        ending.leave(only("amira").id(), "dana");
        ending.leave(only("amira").id(), "dana");

        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.ENDED);
        assertThat(mailed("About your pair in the reverse-mentoring programme"))
                .containsExactly("amira@x.example", "dana@x.example");
        assertThat(keys(run())).doesNotContain(AMIRA_DANA);
    }

    @Test
    void nobody_lets_rest_or_leaves_what_is_not_theirs() {
        assertThat(pausing.pause(only("amira").id(), "bo", day(5))).isInstanceOf(PausingPairs.NotTheirs.class);
        assertThat(pausing.resume(only("amira").id(), "bo")).isInstanceOf(PausingPairs.NotTheirs.class);
        assertThat(ending.leave(only("amira").id(), "bo")).isEmpty();
        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.AGREED);
    }

    @Test
    void a_pair_that_was_only_asked_is_neither_left_nor_rested() {
        ending.leave(only("bo").id(), "bo");
        pausing.pause(only("bo").id(), "bo", day(5));

        assertThat(only("bo").side("bo")).isEqualTo(Pair.Side.ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-13-01", "1999-01-01", "2999-01-01", "0", "2026-03-01T10:00"})
    void a_day_that_is_none_or_too_far_is_refused_and_stays_in_the_form(String day) {
        var amira = doors.reader(port, "amira@x.example");
        amira.open("/pairs");

        var page = amira.press("/pairs/" + only("amira").id() + "/pause", "until", day);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("Choose a day from")).isTrue();
        assertThat(page.text()).contains("value=\"%s\"".formatted(day));
        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.AGREED);
    }

    @Test
    void an_owner_reads_what_became_of_a_pair_on_one_line_and_what_to_do() {
        imports("amira,dana");
        var owner = doors.owner(port);
        Page page = owner.open("/programmes/" + programme + "/pairs");

        assertThat(page.says("Amira and Dana rest")).isTrue();
        assertThat(page.says("By the last import, one of them works above the other"))
                .isTrue();
    }

    private String day(int days) {
        return SettableClock.START.plus(Duration.ofDays(days)).toString().substring(0, 10);
    }

    private Pair only(String person) {
        return pairs.ofPerson(person).getFirst();
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail").query(Integer.class).single();
    }

    private List<@Nullable String> mailed(String subject) {
        return jdbc.sql("select recipient from mail where subject = :subject order by recipient")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private void imports(String... managers) {
        var file = "id,name,manager_id\n";
        for (var line : managers) {
            var person = line.substring(0, line.indexOf(','));
            file += "%s,%s,%s\n"
                    .formatted(person, Season.person(person, 1).name(), line.substring(line.indexOf(',') + 1));
        }
        var draft = importing.upload(programme, "people.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(importing.confirm(programme, draft, Season.OWNER)).isPresent();
    }
}
