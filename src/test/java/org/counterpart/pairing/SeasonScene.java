// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.util.List;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.enrolment.SignUps;
import org.counterpart.matching.DecidingPairs;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.matching.PublishingRun;
import org.counterpart.people.People;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A [Season] that has just begun, and what its owner does in it.
@CounterpartTest
abstract class SeasonScene {
    @Autowired
    Programmes programmes;

    @Autowired
    People people;

    @Autowired
    SignUps signUps;

    @Autowired
    ProposingPairs proposing;

    @Autowired
    PublishingRun publishing;

    @Autowired
    DecidingPairs deciding;

    @Autowired
    AnsweringPairs answering;

    @Autowired
    EndingPairs ending;

    @Autowired
    Pairs pairs;

    @Autowired
    JdbcClient jdbc;

    UUID programme = UUID.randomUUID();

    @BeforeEach
    void a_season_begins() {
        programme = Season.begin(programmes, people, signUps);
    }

    MatchRun run() {
        return run(programme);
    }

    MatchRun run(UUID in) {
        return ((ProposingPairs.Proposed) proposing.run(in, "", Season.OWNER)).run();
    }

    PublishingRun.Answer publish(MatchRun run) {
        return publishing.publish(programme, run.id(), "", Season.OWNER);
    }

    static List<PairKey> keys(MatchRun run) {
        return run.proposals().stream().map(MatchRun.Proposal::key).toList();
    }
}
