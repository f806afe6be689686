// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.places.SettingDrawsAside.Answer;
import org.counterpart.enrolment.places.SettingDrawsAside.Done;
import org.counterpart.enrolment.places.SettingDrawsAside.Refused;
import org.counterpart.enrolment.places.SettingDrawsAside.Why;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.matching.PublishingRun;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Consents;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Matter;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Phase;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/// Drawing again until the right people are in is the misuse that a draw is there to end.
class SettingDrawsAsideTest extends DrawScene {
    private static final String REASON = "Two people who had applied on paper were missing on the list.";
    private static final String LATER_WITNESS = "Lottery of 11 December: 1 2 3 5 8 13";
    private static final SignedIn SECOND_OWNER = owner("sam@x.example", null);

    @Autowired
    private SettingDrawsAside setting;

    @Autowired
    private SettingsAside settings;

    @Autowired
    private DrawRecords records;

    @Autowired
    private Decisions decisions;

    @Test
    void two_people_set_a_draw_aside_and_it_stays_to_be_seen_beside_the_next() {
        var call = drawn(crowded());
        var first = draws.find(call.programme).orElseThrow();
        var places1 = places.of(call.programme);
        var result1 = records.result(first).orElseThrow();
        var proof1 = places.proof(call.programme, 1, "m2");

        setAside(call);

        var second = draws.find(call.programme).orElseThrow();
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.commitment()).isNotEqualTo(first.commitment());
        assertThat(second.held()).isNull();
        assertThat(requireNonNull(second.list()).digest())
                .isNotEqualTo(requireNonNull(first.list()).digest());
        assertThat(phases.of(call.programme)).isEqualTo(Phase.CLOSED);
        assertThat(takingPart(call)).hasSize(63);

        assertThat(drawAgain(call)).isEqualTo(new DrawingPlaces.Done());

        assertThat(draws.of(call.programme)).first().isEqualTo(first);
        assertThat(places.of(call.programme, 1)).isEqualTo(places1);
        assertThat(records.result(first)).hasValue(result1);
        assertThat(places.proof(call.programme, 1, "m2")).isEqualTo(proof1).isNotEmpty();
        assertThat(places.proof(call.programme, 2, "m2")).isNotEqualTo(proof1).isNotEmpty();
        assertThat(takingPart(call)).hasSize(40);
        assertThat(phases.of(call.programme)).isEqualTo(Phase.DRAWN);
        assertThat(settings.of(call.programme))
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).isEqualTo(REASON))
                .satisfies(each -> assertThat(each.signedBy()).isEqualTo(SECOND_OWNER.accountId()));
    }

    @Test
    void everyone_whose_place_it_was_reads_why_and_that_it_is_not_about_them() {
        var call = drawn(crowded());
        application.getBean(Consents.class).turn("m1", Matter.PROGRAMME, false);

        setAside(call);

        assertThat(mailed("The draw of Learning upwards does not count%"))
                .hasSize(62)
                .doesNotContain("m1@x.example");
        assertThat(count("mail where body like '%" + REASON + "%' and body like '%from 25 November 2026%' "
                        + "and body like '%This is not about you.%'"))
                .isEqualTo(62);
    }

    @Test
    void who_asked_who_signed_and_why_stands_in_the_logs() {
        var call = drawn(crowded());

        setAside(call);

        var log = decisions.before(call.programme, Long.MAX_VALUE, 10).stream()
                .map(Decisions.Entry::decision)
                .filter(each -> each.reason().equals(REASON))
                .toList();
        assertThat(log)
                .extracting(Decision::act, Decision::by, Decision::about)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                Decision.Act.DRAW_SET_ASIDE, SECOND_OWNER.accountId(), List.of("1", "0", "0")),
                        org.assertj.core.api.Assertions.tuple(
                                Decision.Act.SETTING_ASIDE_ASKED, Season.OWNER.accountId(), List.of("1")));
        assertThat(count("audit_event where kind = 'DRAW_SET_ASIDE'")).isEqualTo(1);
        assertThat(count("audit_event where kind = 'SETTING_ASIDE_ASKED'")).isEqualTo(1);
    }

    @Test
    void nobody_sets_a_draw_aside_alone_and_trying_stands_in_the_log() {
        var call = drawn(crowded());
        var asked = ask(call);

        assertThat(setting.sign(call.programme, asked, Season.OWNER)).isEqualTo(new Refused(Why.TWO_PEOPLE));
        assertThatThrownBy(() -> jdbc.sql("update setting_aside set signed_at = asked_at, signed_by = asked_by")
                        .update())
                .isInstanceOf(DataAccessException.class);

        assertThat(draws.of(call.programme)).hasSize(1);
        assertThat(count("audit_event where kind = 'SETTING_ASIDE_REFUSED'")).isEqualTo(1);
        assertThat(mailed("The draw of %")).isEmpty();
    }

    @Test
    void nobody_asks_or_signs_whom_the_draw_decided_about() {
        var call = drawn(crowded());
        var onTheList = owner("m1@x.example", "m1");

        assertThat(setting.ask(call.programme, REASON, onTheList)).isEqualTo(new Refused(Why.ON_THE_LIST));
        var asked = ask(call);
        assertThat(setting.sign(call.programme, asked, onTheList)).isEqualTo(new Refused(Why.ON_THE_LIST));

        assertThat(draws.of(call.programme)).hasSize(1);
    }

    @Test
    void an_auditor_signs_who_reads_nobodys_row() {
        var call = drawn(crowded());
        var auditor = entrust("council@x.example", call, false);
        var asked = ask(call);
        var acting = Acting.person(auditor.accountId(), null);

        assertThatThrownBy(
                        () -> acting.<Answer, RuntimeException>call(() -> setting.sign(call.programme, asked, auditor)))
                .describedAs("one whose duty nobody confirmed")
                .isInstanceOf(DataAccessException.class);
        confirm(auditor.accountId());
        assertThat(acting.<Answer, RuntimeException>call(() -> setting.sign(call.programme, asked, auditor)))
                .isEqualTo(new Done());

        assertThat(draws.of(call.programme)).hasSize(2);
        assertThat(mailed("The draw of %")).hasSize(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "LONG"})
    void a_reason_is_given_and_read_in_one_sitting(String reason) {
        var call = drawn(crowded());

        assertThat(setting.ask(call.programme, reason.replace("LONG", "r".repeat(10_000)), Season.OWNER))
                .isEqualTo(new Refused(Why.REASON));

        assertThat(settings.of(call.programme)).isEmpty();
    }

    @Test
    void nobody_signs_another_reason_than_they_read() {
        var call = drawn(crowded());
        var read = ask(call);
        assertThat(setting.ask(call.programme, "Another", SECOND_OWNER)).isEqualTo(new Refused(Why.ASKED));
        assertThat(setting.decline(call.programme, Season.OWNER)).isEqualTo(new Done());
        clock.pass(Duration.ofMinutes(1));
        assertThat(setting.ask(call.programme, "Whoever should start does not.", Season.OWNER))
                .isEqualTo(new Done());

        assertThat(setting.sign(call.programme, read, SECOND_OWNER)).isEqualTo(new Refused(Why.NOT_ASKED));
        assertThat(setting.decline(call.programme, SECOND_OWNER)).isEqualTo(new Done());
        assertThat(setting.decline(call.programme, SECOND_OWNER)).isEqualTo(new Refused(Why.NOT_ASKED));

        assertThat(draws.of(call.programme)).hasSize(1);
        assertThat(count("decision where act = 'SETTING_ASIDE_DECLINED'")).isEqualTo(2);
    }

    @Test
    void a_draw_that_was_not_held_or_left_nothing_to_lots_is_not_set_aside() {
        assertThat(setting.ask(crowded().programme, REASON, Season.OWNER)).isEqualTo(new Refused(Why.NOT_DRAWN));
        var roomy = Call.in(application).opens("20+3", "20+3").apply(3, 3, 0).closes();
        drawing.draw(roomy.programme, "", "", Season.OWNER);
        assertThat(setting.ask(roomy.programme, REASON, Season.OWNER)).isEqualTo(new Refused(Why.EVERYONE_STARTS));
    }

    @Test
    void nothing_is_set_aside_once_pairs_were_published_also_by_the_database() {
        var call = drawn(Call.in(application).opens("2+1", "2+1").apply(6, 6, 0).closes());
        var asked = ask(call);
        var run = ((ProposingPairs.Proposed)
                        application.getBean(ProposingPairs.class).run(call.programme, "", Season.OWNER))
                .run();
        assertThat(application.getBean(PublishingRun.class).publish(call.programme, run.id(), "", Season.OWNER))
                .isInstanceOf(PublishingRun.Published.class);

        assertThat(setting.sign(call.programme, asked, SECOND_OWNER)).isEqualTo(new Refused(Why.TOO_LATE));
        jdbc.sql("update setting_aside set signed_at = asked_at, signed_by = gen_random_uuid()")
                .update();
        assertThatThrownBy(() -> jdbc.sql("insert into draw (programme_id, round, commitment, committed_at) "
                                + "select programme_id, 2, 'c', timestamptz '2030-01-01' from draw")
                        .update())
                .hasMessageContaining("once pairs were published");
    }

    @Test
    void the_next_draw_waits_a_day_in_which_everyone_can_read_why_and_takes_a_new_word() {
        var call = drawn(crowded());
        setAside(call);

        clock.pass(Duration.ofHours(23));
        assertThat(drawing.draw(call.programme, LATER_WITNESS, SOURCE, Season.OWNER))
                .isEqualTo(new DrawingPlaces.Refused(DrawingPlaces.Why.TOO_SOON));
        clock.pass(Duration.ofHours(1));
        assertThat(drawing.draw(call.programme, " " + WITNESS + " ", SOURCE, Season.OWNER))
                .isEqualTo(new DrawingPlaces.Refused(DrawingPlaces.Why.WITNESS_KNOWN));

        var seed = draws.seed(call.programme);
        for (var deed : List.of(
                "update draw set drawn_at = committed_at + interval '23 hours', seed = :seed, witness = 'New', "
                        + "witness_source = '', root = '' where round = 2",
                "update draw set drawn_at = committed_at + interval '1 day', seed = :seed, witness = '" + WITNESS
                        + "', witness_source = '', root = '' where round = 2",
                "update draw set commitment = :seed where round = 2",
                "delete from draw where round = 2 and :seed <> ''",
                "update draw set round = 3 where round = 2 and :seed <> ''")) {
            assertThatThrownBy(() -> jdbc.sql(deed).param("seed", seed).update())
                    .describedAs(deed)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(drawing.draw(call.programme, LATER_WITNESS, SOURCE, Season.OWNER))
                .isEqualTo(new DrawingPlaces.Done());
    }

    @Test
    void the_database_begins_no_draw_that_two_people_did_not_ask_for_and_forgets_no_reason() {
        var call = drawn(crowded());
        var another = "insert into draw (programme_id, round, commitment, committed_at) "
                + "select programme_id, max(round) + 1, 'c', timestamptz '2030-01-01' from draw group by 1";
        assertThatThrownBy(() -> jdbc.sql(another).update()).hasMessageContaining("set aside by two people");
        ask(call);
        assertThatThrownBy(() -> jdbc.sql(another).update()).hasMessageContaining("set aside by two people");
        assertThatThrownBy(() -> jdbc.sql("update setting_aside set reason = 'Otherwise'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        setting.sign(
                call.programme, settings.asked(call.programme).orElseThrow().askedAt(), SECOND_OWNER);

        for (var deed : List.of(
                another,
                "update setting_aside set reason = 'Otherwise'",
                "delete from setting_aside",
                "update draw set witness = 'Otherwise' where round = 1",
                "delete from draw where round = 1",
                "update draw_place set outcome = 'START_NOW', turn = 0 where round = 1 and outcome = 'COMPARISON'",
                "insert into setting_aside (programme_id, round, reason, asked_at, asked_by) "
                        + "select programme_id, round, 'Not liked', now(), gen_random_uuid() from draw where round = 2")) {
            assertThatThrownBy(() -> jdbc.sql(deed).update()).describedAs(deed).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void of_many_who_sign_at_once_one_does_and_a_place_left_meanwhile_is_left_on_one_list_only() throws Exception {
        var call = drawn(crowded());
        var asked = ask(call);

        List<Answer> answers;
        try (var owners = Executors.newFixedThreadPool(8)) {
            answers = owners
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Answer>>mapToObj(each -> () -> {
                                var who = owner("owner" + each + "@x.example", null);
                                return Acting.owner(who.accountId(), null)
                                        .<Answer, RuntimeException>call(() -> setting.sign(call.programme, asked, who));
                            })
                            .toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        assertThat(answers).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(new Refused(Why.NOT_DRAWN)::equals).hasSize(7);
        assertThat(draws.of(call.programme)).hasSize(2);
        assertThat(mailed("The draw of %")).hasSize(63);
    }

    @Test
    void the_new_list_has_who_is_signed_up_now_and_says_how_many_joined_and_left() {
        var call = drawn(crowded());
        application.getBean(People.class).save(List.of(Call.person("late", "Porto", 1)));
        signUps.save(call.programme, List.of(Call.signUp("late", Role.MENTOR)));
        application.getBean(Consents.class).turn("m1", Matter.PROGRAMME, false);

        setAside(call);

        assertThat(those(call.programme, each -> each.personId().equals("late")))
                .hasSize(1);
        assertThat(those(call.programme, each -> each.personId().equals("m1"))).isEmpty();
        assertThat(places.change(call.programme, 2)).isEqualTo(new PlacesOfDraws.Change(1, 1));
        assertThat(places.of(call.programme).stream().map(Listed::number))
                .doesNotContainAnyElementsOf(places.of(call.programme, 1).stream()
                        .map(Listed::number)
                        .toList());
    }

    @Test
    void whoever_leaves_or_is_erased_after_it_changes_the_list_that_counts_and_no_other() {
        var call = drawn(crowded());
        setAside(call);

        application.getBean(Consents.class).turn("m1", Matter.PROGRAMME, false);
        assertThat(application.getBean(Erasing.class).erase("m2")).isInstanceOf(Erasing.Erased.class);

        assertThat(places.of(call.programme)).hasSize(62);
        assertThat(places.of(call.programme, 1)).hasSize(63).allMatch(each -> each.leftAt() == null);
        assertThat(drawAgain(call)).isEqualTo(new DrawingPlaces.Done());
        assertThat(records.result(draws.find(call.programme).orElseThrow())).isPresent();
        assertThat(records.result(draws.find(call.programme, 1).orElseThrow())).isEmpty();
    }

    @Test
    void the_next_draw_too_can_be_set_aside_and_everybody_counts_along() {
        var call = drawn(crowded());
        setAside(call);
        drawAgain(call);

        setAside(call);

        assertThat(draws.of(call.programme)).extracting(ProgrammeDraw::round).containsExactly(1, 2, 3);
        assertThat(settings.of(call.programme)).allMatch(SettingAside::signed).hasSize(2);
    }

    private void setAside(Call call) {
        assertThat(setting.sign(call.programme, ask(call), SECOND_OWNER)).isEqualTo(new Done());
    }

    private Instant ask(Call call) {
        assertThat(setting.ask(call.programme, REASON, Season.OWNER)).isEqualTo(new Done());
        return settings.asked(call.programme).orElseThrow().askedAt();
    }

    private DrawingPlaces.Answer drawAgain(Call call) {
        clock.pass(ProgrammeDraw.NOTICE);
        return drawing.draw(call.programme, LATER_WITNESS, SOURCE, Season.OWNER);
    }

    private static SignedIn owner(String email, @org.jspecify.annotations.Nullable String person) {
        return new SignedIn(UUID.randomUUID(), person, email, email, Set.of(new SignedIn.Held(Duty.OWNER, null)));
    }
}
