// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.matching.DecidingPairs;
import org.counterpart.matching.MatchRun.Proposal;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.PublishingRun;
import org.counterpart.matching.PublishingRun.Published;
import org.counterpart.matching.PublishingRun.Refused;
import org.counterpart.matching.PublishingRun.Why;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Decision.Act;
import org.counterpart.programme.Decisions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishingTest extends SeasonScene {
    private static final PairKey AMIRA_DANA = new PairKey("amira", "dana");
    private static final PairKey BO_EZRA = new PairKey("bo", "ezra");
    private static final PairKey CLEO_FINN = new PairKey("cleo", "finn");

    @Autowired
    private Decisions decisions;

    @Autowired
    private SettableClock clock;

    @Test
    void a_run_proposes_the_best_pairs_verified_and_tells_nobody() {
        var run = run();

        assertThat(keys(run)).containsExactlyInAnyOrder(AMIRA_DANA, BO_EZRA, CLEO_FINN);
        assertThat(run.verified()).isTrue();
        assertThat(mails()).isZero();
        assertThat(pairs.overview(programme)).isEmpty();
    }

    @Test
    void publishing_asks_both_people_of_every_pair_once() {
        publish(run());

        assertThat(pairs.overview(programme)).hasSize(3).allMatch(pair -> pair.outcome() == Pair.Outcome.WAITING);
        assertThat(jdbc.sql("select recipient from mail order by recipient")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "amira@x.example",
                        "bo@x.example",
                        "cleo@x.example",
                        "dana@x.example",
                        "ezra@x.example",
                        "finn@x.example");
    }

    @Test
    @Threat(30)
    void no_mail_names_the_other_person() {
        publish(run());

        assertThat(jdbc.sql("select count(*) from mail where recipient = 'amira@x.example' "
                                + "and (body || subject) ~* '(dana|budgets|charts)'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Asvs("15.4.2")
    void two_who_publish_at_once_publish_once() throws Exception {
        var run = run();
        Callable<PublishingRun.Answer> publish = () -> Acting.theSystem()
                .<PublishingRun.Answer, RuntimeException>call(
                        () -> publishing.publish(programme, run.id(), "", Season.OWNER));

        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(publish, publish));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                    .containsExactlyInAnyOrder(new Published(3), new Refused(Why.ALREADY_PUBLISHED));
        }
        assertThat(mails()).isEqualTo(6);
    }

    @Test
    @Asvs("2.3.1")
    void only_the_latest_run_can_be_published() {
        var first = run();
        run();

        assertThat(publishing.publish(programme, first.id(), "", Season.OWNER))
                .isEqualTo(new Refused(Why.NOT_THE_LATEST));
    }

    @Test
    void a_run_that_the_rules_would_not_allow_any_more_is_not_published() {
        var run = run();
        people.save(List.of(new org.counterpart.people.Person(
                "amira", "Amira", "amira@x.example", 1, null, null, null, null, Set.of("en"), "dana")));

        assertThat(publishing.publish(programme, run.id(), "", Season.OWNER)).isEqualTo(new Refused(Why.OUT_OF_DATE));
        assertThat(mails()).isZero();
    }

    @Test
    void a_pair_forbidden_after_the_run_is_not_published() {
        var run = run();
        deciding.decide(programme, BO_EZRA, PairWish.Kind.FORBIDDEN, "They founded a firm together.", Season.OWNER);

        assertThat(publishing.publish(programme, run.id(), "", Season.OWNER)).isEqualTo(new Refused(Why.OUT_OF_DATE));
        assertThat(keys(run())).doesNotContain(BO_EZRA);
    }

    @Test
    void a_locked_pair_is_made_even_where_another_would_be_better() {
        var locked = new PairKey("amira", "ezra");

        assertThat(deciding.decide(programme, locked, PairWish.Kind.LOCKED, "Both asked for it.", Season.OWNER))
                .isEqualTo(DecidingPairs.Answer.DONE);

        assertThat(keys(run())).contains(locked).hasSize(3);
    }

    @Test
    void a_pair_that_somebody_asked_not_to_be_in_cannot_be_locked() {
        signUps.save(programme, List.of(Season.signUp("dana", Role.MENTEE, "Budgets", "Charts", Set.of("amira"))));

        assertThat(deciding.decide(programme, AMIRA_DANA, PairWish.Kind.LOCKED, "Please.", Season.OWNER))
                .isEqualTo(DecidingPairs.Answer.NOT_ALLOWED);
        assertThat(keys(run())).doesNotContain(AMIRA_DANA);
    }

    @Test
    void a_wish_without_a_reason_is_not_taken() {
        assertThat(deciding.decide(programme, AMIRA_DANA, PairWish.Kind.LOCKED, " ", Season.OWNER))
                .isEqualTo(DecidingPairs.Answer.REASON_NEEDED);
    }

    @Test
    void nobody_learns_the_others_answer_before_both_have_answered() {
        publish(run());
        var pair = only("amira");

        answering.answer(pair.id(), "amira", Answer.DECLINED);

        assertThat(only("dana").side("dana")).isEqualTo(Pair.Side.ASKED);
        answering.answer(pair.id(), "dana", Answer.ACCEPTED);
        assertThat(only("dana").side("dana")).isEqualTo(Pair.Side.NOT_GOING_AHEAD);
    }

    @Test
    @Threat(1)
    void the_owner_sees_the_same_whoever_declined() {
        publish(run());
        answering.answer(only("amira").id(), "amira", Answer.DECLINED);
        answering.answer(only("ezra").id(), "ezra", Answer.DECLINED);

        var outcomes = pairs.overview(programme).stream()
                .filter(pair -> !pair.mentorId().equals("cleo"))
                .map(Pairs.Overview::outcome)
                .distinct();

        assertThat(outcomes).containsExactly(Pair.Outcome.NOT_GOING_AHEAD);
    }

    @Test
    void two_who_accept_are_told_so_and_nobody_is_asked_twice() {
        publish(run());
        var pair = only("bo");

        answering.answer(pair.id(), "bo", Answer.ACCEPTED);
        answering.answer(pair.id(), "ezra", Answer.ACCEPTED);
        answering.answer(pair.id(), "ezra", Answer.DECLINED);

        assertThat(only("bo").outcome()).isEqualTo(Pair.Outcome.AGREED);
        assertThat(mails()).isEqualTo(8);
    }

    @Test
    @Asvs("8.2.2")
    @Threat(36)
    void somebody_elses_pair_takes_no_answer() {
        publish(run());

        assertThat(answering.answer(only("bo").id(), "amira", Answer.DECLINED)).isEmpty();
        assertThat(only("bo").outcome()).isEqualTo(Pair.Outcome.WAITING);
    }

    @Test
    void after_a_decline_the_next_run_keeps_all_other_pairs_and_never_repeats_that_one() {
        publish(run());
        answering.answer(only("amira").id(), "amira", Answer.DECLINED);
        answering.answer(only("bo").id(), "ezra", Answer.DECLINED);

        var again = run();

        assertThat(keys(again))
                .containsExactlyInAnyOrder(CLEO_FINN, new PairKey("amira", "ezra"), new PairKey("bo", "dana"));
        assertThat(again.proposals().stream().filter(Proposal::standing).map(Proposal::key))
                .containsExactly(CLEO_FINN);
        assertThat(publish(again)).isEqualTo(new Published(2));
        assertThat(pairs.overview(programme)).hasSize(5);
    }

    @Test
    void a_pair_in_force_survives_new_rules_and_withdrawn_sign_ups() {
        publish(run());
        answering.answer(only("amira").id(), "amira", Answer.DECLINED);
        signUps.withdraw(programme, Set.of("cleo"));

        assertThat(keys(run())).contains(CLEO_FINN, BO_EZRA).doesNotContain(AMIRA_DANA);
    }

    @Test
    void silence_for_two_weeks_is_a_no() {
        publish(run());
        answering.answer(only("amira").id(), "amira", Answer.ACCEPTED);

        clock.pass(Duration.ofDays(15));
        ending.closeOverdue();

        assertThat(only("amira").side("amira")).isEqualTo(Pair.Side.NOT_GOING_AHEAD);
        assertThat(only("dana").side("dana")).isEqualTo(Pair.Side.CLOSED);
        assertThat(keys(run())).doesNotContain(AMIRA_DANA);
    }

    @Test
    void every_act_is_in_the_log_with_who_when_and_why() {
        deciding.decide(programme, BO_EZRA, PairWish.Kind.FORBIDDEN, "They are related.", Season.OWNER);
        var run = run();
        publishing.publish(programme, run.id(), "Agreed with the works council.", Season.OWNER);

        var log = decisions.before(programme, Long.MAX_VALUE, 10);

        assertThat(log)
                .extracting(entry -> entry.decision().act())
                .containsExactly(Act.PAIRS_PUBLISHED, Act.MATCHING_RUN, Act.PAIR_FORBIDDEN);
        assertThat(log.getFirst().decision().reason()).isEqualTo("Agreed with the works council.");
        assertThat(log.getLast().decision().by()).isEqualTo(Season.OWNER.accountId());
        assertThat(log.getLast().decision().at()).isEqualTo(SettableClock.START);
    }

    @Test
    void the_log_cannot_be_rewritten() {
        run();

        assertThatThrownBy(
                        () -> jdbc.sql("update decision set reason = 'other'").update())
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> jdbc.sql("delete from decision").update()).hasMessageContaining("only ever added");
    }

    private Pair only(String person) {
        return pairs.ofPerson(person).getFirst();
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail").query(Integer.class).single();
    }
}
