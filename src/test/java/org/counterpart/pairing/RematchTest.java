// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.matching.Aim;
import org.counterpart.matching.DecidingPairs;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.MatchRun.Alternative;
import org.counterpart.matching.MatchRun.Before;
import org.counterpart.matching.MatchRun.Proposal;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.PublishingRun;
import org.counterpart.matching.Rules;
import org.junit.jupiter.api.Test;

/// Matching once more: within a programme, and in the next one.
class RematchTest extends SeasonScene {
    private static final PairKey AMIRA_DANA = new PairKey("amira", "dana");

    @Test
    void whoever_the_last_published_run_left_out_comes_first() {
        var first = leaveGusOut();

        var again = run();

        assertThat(people(again)).contains("gus");
        assertThat(again.before()).isEqualTo(new Before(1, 1, 0, 0));
        assertThat(again.figures().worst()).isLessThan(first.figures().worst());
    }

    @Test
    void what_other_aims_would_reach_is_told_with_the_same_people_first() {
        var first = leaveGusOut();

        assertThat(run().alternatives().stream()
                        .filter(other -> other.aim() != Aim.STABLE)
                        .map(Alternative::figures))
                .hasSize(2)
                .allMatch(figures -> figures.worst() < first.figures().worst());
    }

    @Test
    void stable_pairs_know_nobody_who_waited() {
        leaveGusOut();
        rules(new Rules(Map.of(), 1, 300, Aim.STABLE));

        assertThat(run().before().waiting()).isZero();
    }

    @Test
    void nobody_waits_before_anything_was_published() {
        signUps.save(programme, List.of(Season.signUp("dana", Role.MENTEE, "Budgets", "Charts", Set.of("amira"))));
        run();

        assertThat(run().before().waiting()).isZero();
    }

    @Test
    void of_equally_good_pairs_those_proposed_before_stay() {
        signUps.save(programme, alike());
        var first = run();
        var others = first.proposals().stream().map(Proposal::key).toList();
        deciding.decide(programme, others.getFirst(), PairWish.Kind.FORBIDDEN, "They share a room.", Season.OWNER);

        var second = run();

        assertThat(second.figures().pairs()).isEqualTo(3);
        assertThat(second.before()).isEqualTo(new Before(0, 0, 3, 1));
        assertThat(second.changesFrom(first)).isEqualTo(2);
    }

    @Test
    void a_run_without_any_change_proposes_the_same() {
        run();

        assertThat(run().before()).isEqualTo(new Before(0, 0, 3, 3));
    }

    @Test
    void a_better_pair_takes_the_place_of_one_proposed_before() {
        deciding.decide(programme, AMIRA_DANA, PairWish.Kind.FORBIDDEN, "They share a room.", Season.OWNER);
        run();
        deciding.leaveOpen(programme, AMIRA_DANA, Season.OWNER);

        assertThat(keys(run())).contains(AMIRA_DANA);
    }

    @Test
    void people_who_were_a_pair_in_an_earlier_programme_are_not_paired_again() {
        publish(run());
        var next = nextProgramme();

        assertThat(keys(run(next))).hasSize(3).doesNotContain(AMIRA_DANA);
        assertThat(run(next).verified()).isTrue();
    }

    @Test
    void they_may_be_where_the_owner_allows_it() {
        publish(run());
        programme = nextProgramme();
        rules(new Rules(Map.of(), 1, 300, Aim.WORST, List.of(), true));

        assertThat(keys(run())).contains(AMIRA_DANA);
    }

    @Test
    void locking_an_earlier_pair_asks_for_it() {
        publish(run());
        programme = nextProgramme();

        assertThat(deciding.decide(programme, AMIRA_DANA, PairWish.Kind.LOCKED, "They asked to.", Season.OWNER))
                .isEqualTo(DecidingPairs.Answer.DONE);
        assertThat(keys(run())).contains(AMIRA_DANA);
    }

    @Test
    void a_pair_that_ended_in_this_programme_stays_ended_even_then() {
        publish(run());
        answering.answer(pairs.ofPerson("amira").getFirst().id(), "amira", Answer.DECLINED);
        rules(new Rules(Map.of(), 1, 300, Aim.WORST, List.of(), true));

        assertThat(keys(run())).doesNotContain(AMIRA_DANA);
    }

    /// Gus teaches nothing that anybody asked for, so the best pairs leave him out; then Amira's pair ends, and Hana
    /// comes
    /// instead of Dana, for whom Amira would be best.
    private MatchRun leaveGusOut() {
        people.save(List.of(Season.person("gus", 1)));
        signUps.save(programme, List.of(Season.signUp("gus", Role.MENTOR, "Juggling", "Fencing", Set.of())));
        var first = run();
        assertThat(people(first)).doesNotContain("gus");
        publish(first);
        answering.answer(pairs.ofPerson("amira").getFirst().id(), "amira", Answer.DECLINED);
        people.save(List.of(Season.person("hana", 7)));
        signUps.withdraw(programme, Set.of("dana"));
        signUps.save(programme, List.of(Season.signUp("hana", Role.MENTEE, "Budgets", "Charts", Set.of())));
        return first;
    }

    private static List<SignUp> alike() {
        return List.of(
                Season.signUp("amira", Role.MENTOR, "Charts", "Boards", Set.of()),
                Season.signUp("bo", Role.MENTOR, "Charts", "Boards", Set.of()),
                Season.signUp("cleo", Role.MENTOR, "Charts", "Boards", Set.of()),
                Season.signUp("dana", Role.MENTEE, "Boards", "Charts", Set.of()),
                Season.signUp("ezra", Role.MENTEE, "Boards", "Charts", Set.of()),
                Season.signUp("finn", Role.MENTEE, "Boards", "Charts", Set.of()));
    }

    private UUID nextProgramme() {
        return Season.begin(programmes, people, signUps);
    }

    private void rules(Rules rules) {
        deciding.changeRules(programme, rules, "Others.", Season.OWNER);
    }

    @Override
    PublishingRun.Answer publish(MatchRun run) {
        var answer = super.publish(run);
        assertThat(answer).isInstanceOf(PublishingRun.Published.class);
        return answer;
    }

    private static List<String> people(MatchRun run) {
        return keys(run).stream()
                .flatMap(pair -> Stream.of(pair.mentor(), pair.mentee()))
                .toList();
    }
}
