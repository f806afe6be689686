// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUps;
import org.counterpart.matching.DecidingPairs;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.matching.ProposingPairs.Proposed;
import org.counterpart.matching.Rule;
import org.counterpart.matching.WhatIf;
import org.counterpart.matching.WhatIf.Barred;
import org.counterpart.matching.WhatIf.Compared;
import org.counterpart.matching.WhatIf.NotSignedUp;
import org.counterpart.people.People;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CounterpartTest
class WhatIfTest {
    private static final PairKey AMIRA_DANA = new PairKey("amira", "dana");
    private static final PairKey AMIRA_EZRA = new PairKey("amira", "ezra");

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ProposingPairs proposing;

    @Autowired
    private DecidingPairs deciding;

    @Autowired
    private WhatIf whatIf;

    private UUID programme = UUID.randomUUID();

    @BeforeEach
    void begin() {
        programme = Season.begin(programmes, people, signUps);
    }

    @Test
    void the_cost_told_beforehand_is_the_cost_that_comes() {
        var told = (Compared) whatIf.of(programme, AMIRA_EZRA, PairWish.Kind.LOCKED);
        var before = run();
        deciding.decide(programme, AMIRA_EZRA, PairWish.Kind.LOCKED, "They know each other.", Season.OWNER);
        var after = run();

        assertThat(told.now().total()).isEqualTo(before.figures().total());
        assertThat(told.then().worst()).isEqualTo(after.figures().worst());
        assertThat(told.then().total()).isEqualTo(after.figures().total());
        assertThat(told.then().total()).isLessThan(told.now().total());
        assertThat(told.beginning()).contains(AMIRA_EZRA);
        assertThat(told.ending()).contains(AMIRA_DANA, new PairKey("bo", "ezra"));
    }

    @Test
    void forbidding_a_pair_moves_no_more_people_than_it_must() {
        var told = (Compared) whatIf.of(programme, AMIRA_DANA, PairWish.Kind.FORBIDDEN);

        assertThat(told.ending()).hasSize(2).contains(AMIRA_DANA);
        assertThat(told.leftOut()).isEmpty();
    }

    @Test
    void asking_decides_nothing() {
        whatIf.of(programme, AMIRA_EZRA, PairWish.Kind.LOCKED);

        assertThat(run().proposals()).extracting(MatchRun.Proposal::key).contains(AMIRA_DANA);
    }

    @Test
    void a_rule_in_the_way_is_named_but_never_what_somebody_asked_for() {
        signUps.save(
                programme,
                List.of(
                        Season.signUp("amira", Role.MENTOR, "Charts", "Budgets", Set.of("dana")),
                        Season.signUp("finn", Role.MENTOR, "Bargaining", "Captions", Set.of())));

        assertThat(whatIf.of(programme, AMIRA_DANA, PairWish.Kind.LOCKED)).isEqualTo(new Barred(List.of()));
        assertThat(whatIf.of(programme, new PairKey("finn", "dana"), PairWish.Kind.LOCKED))
                .isEqualTo(new Barred(List.of(Rule.LEVEL_GAP)));
    }

    @Test
    void a_question_after_a_change_is_answered_as_if_it_were_the_first() {
        assertThat(whatIf.of(programme, AMIRA_DANA, PairWish.Kind.LOCKED)).isInstanceOf(Compared.class);

        signUps.save(programme, List.of(Season.signUp("amira", Role.MENTOR, "Charts", "Budgets", Set.of("dana"))));
        assertThat(whatIf.of(programme, AMIRA_DANA, PairWish.Kind.LOCKED)).isEqualTo(new Barred(List.of()));

        signUps.withdraw(programme, Set.of("amira"));
        assertThat(whatIf.of(programme, AMIRA_DANA, PairWish.Kind.LOCKED)).isEqualTo(new NotSignedUp());
    }

    private MatchRun run() {
        return ((Proposed) proposing.run(programme, "", Season.OWNER)).run();
    }
}
