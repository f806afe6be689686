// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.Rule;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Strength;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Erasing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Every decision of a season stands in the audit log, by ids alone.
class RecordedSeasonTest extends SeasonScene {
    private static final PairKey BO_EZRA = new PairKey("bo", "ezra");

    @Autowired
    private ImportingPeople importing;

    @Autowired
    private Erasing erasing;

    @Autowired
    private SettableClock clock;

    @Test
    void an_import_names_whose_sign_up_came_and_whose_went() {
        var file = "id,name,role\namira,Amira,mentee\nbo,Bo,\ngus,Gus,mentor\n";
        var draft = importing.upload(programme, "people.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        importing.confirm(programme, draft, Season.OWNER);

        assertThat(events())
                .containsExactly(
                        "PHASE_CHANGED {} CLOSED",
                        "PEOPLE_IMPORTED {person:amira,person:gus}",
                        "SIGN_UPS_WITHDRAWN {person:bo}");
    }

    @Test
    void rules_locks_and_bans_are_recorded_without_the_words_of_their_reasons() {
        deciding.changeRules(programme, stricter(), "Levels: required", Season.OWNER);
        deciding.changeRules(programme, stricter(), "Levels: required", Season.OWNER);
        deciding.decide(programme, BO_EZRA, PairWish.Kind.LOCKED, "They asked for it.", Season.OWNER);
        deciding.decide(programme, BO_EZRA, PairWish.Kind.FORBIDDEN, "They are related.", Season.OWNER);
        deciding.leaveOpen(programme, BO_EZRA, Season.OWNER);
        deciding.leaveOpen(programme, BO_EZRA, Season.OWNER);

        assertThat(events())
                .containsExactly(
                        "RULES_CHANGED {}",
                        "PAIR_LOCKED {person:bo,person:ezra}",
                        "PAIR_FORBIDDEN {person:bo,person:ezra}",
                        "PAIR_LEFT_OPEN {person:bo,person:ezra}");
        assertThat(jdbc.sql("select count(*) from audit_event where audit_event::text ~ 'related|asked|Olga|@'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_run_is_about_everyone_who_signed_up_and_publishing_about_whom_it_asks_and_leaves_out() {
        signUps.save(
                programme, List.of(Season.signUp("finn", org.counterpart.enrolment.Role.MENTOR, "x", "y", Set.of())));
        var run = run();
        publish(run);

        assertThat(events())
                .containsExactly(
                        "MATCHING_RUN {run:%s,person:amira,person:bo,person:cleo,person:dana,person:ezra,person:finn}"
                                .formatted(run.id()),
                        "PAIRS_PUBLISHED {run:%s,%s}"
                                .formatted(
                                        run.id(),
                                        people(run.proposals().stream()
                                                .flatMap(pair ->
                                                        java.util.stream.Stream.of(pair.mentorId(), pair.menteeId()))
                                                .toList())),
                        "PEOPLE_LEFT_OUT {run:%s,%s}"
                                .formatted(
                                        run.id(),
                                        people(run.leftOut().stream()
                                                .map(each -> each.personId())
                                                .toList())));
    }

    @Test
    void a_run_that_was_refused_leaves_no_event() {
        var run = run();
        publish(run);
        publish(run);

        assertThat(events()).hasSize(2);
    }

    @Test
    void a_pair_is_decided_once_both_answered_and_nobody_is_named_as_the_one_who_answered() {
        publish(run());
        var pair = pairs.ofPerson("amira").getFirst();

        as("amira", pair, Answer.DECLINED);
        assertThat(events()).hasSize(2);
        as("dana", pair, Answer.ACCEPTED);

        assertThat(events().getLast())
                .isEqualTo("PAIR_DECIDED {pair:%s,person:amira,person:dana} NOT_GOING_AHEAD".formatted(pair.id()));
        assertThat(jdbc.sql("select count(actor) from audit_event")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void agreed_pairs_and_those_out_of_time_are_told_by_their_outcome() {
        publish(run());
        var agreed = pairs.ofPerson("amira").getFirst();
        as("amira", agreed, Answer.ACCEPTED);
        as("dana", agreed, Answer.ACCEPTED);
        clock.pass(Duration.ofDays(15));
        ending.closeOverdue();

        assertThat(events().get(2)).startsWith("PAIR_DECIDED").endsWith(" AGREED");
        assertThat(events().subList(3, 5)).allMatch(event -> event.endsWith(" NOT_GOING_AHEAD"));
        assertThat(events()).hasSize(5);
    }

    @Test
    void the_actor_is_the_account_of_whoever_acts() {
        var account = UUID.randomUUID();
        Acting.owner(account, null)
                .<Boolean, RuntimeException>call(
                        () -> deciding.changeRules(programme, stricter(), "Levels: required", Season.OWNER));

        assertThat(jdbc.sql("select actor from audit_event").query(UUID.class).single())
                .isEqualTo(account);
    }

    @Test
    void an_erasure_leaves_the_chain_whole_and_in_it_nobody_who_can_be_found() {
        publish(run());
        erasing.erase("amira");

        assertThat(events()).noneMatch(event -> event.contains("amira"));
        assertThat(events()).anyMatch(event -> event.startsWith("PERSON_ERASED {person:left-"));
        assertThat(jdbc.sql("select count(*) from audit_event event where hash <> audit_hash(event) "
                                + "or event::text like '%amira%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void as(String person, Pair pair, Answer answer) {
        Acting.person(UUID.randomUUID(), person)
                .<Object, RuntimeException>call(() -> answering.answer(pair.id(), person, answer));
    }

    private static Rules stricter() {
        var standard = Rules.standard();
        return new Rules(
                Map.of(Rule.LEVEL_GAP, Strength.REQUIRED),
                standard.levelGap() + 1,
                standard.minutesInCommon(),
                standard.first(),
                standard.quotas(),
                standard.repeats());
    }

    private static String people(List<String> ids) {
        return String.join(",", ids.stream().sorted().map(id -> "person:" + id).toList());
    }

    /// Kind, what it is about and reason, in order.
    private List<String> events() {
        return jdbc.sql("""
                        select kind || ' ' || array(select coalesce('person:' || person_id, each) \
                        from unnest(about) with ordinality as parts (each, place) \
                        left join audit_subject on 'person:' || id = each order by place)::text \
                        || coalesce(' ' || reason, '') from audit_event order by number""").query((row, _) -> row.getString(1)).list();
    }
}
