// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes the answers. A decline frees both at once, so that the owner can match again; the two are told only when
/// both have answered, and nobody is told why.
@Component
public class AnsweringPairs {
    private final Pairs pairs;
    private final EndingPairs ending;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnsweringPairs(Pairs pairs, EndingPairs ending, ApplicationEventPublisher events, Clock clock) {
        this.pairs = pairs;
        this.ending = ending;
        this.events = events;
        this.clock = clock;
    }

    /// Answers for one of the two; answering twice, or too late, changes nothing. Gives the pair as it stands
    /// after; empty where it is not this person's.
    @Transactional
    public Optional<Pair> answer(UUID pairId, String personId, Answer answer) {
        return Acting.system(() -> answered(pairId, personId, answer));
    }

    private Optional<Pair> answered(UUID pairId, String personId, Answer answer) {
        var held = pairs.hold(pairId, personId);
        if (held.isEmpty() || held.get().side(personId) != Pair.Side.ASKED) {
            return held;
        }
        var now = clock.instant();
        if (now.isAfter(held.get().answerBy())) {
            ending.close(held.get(), now);
            return pairs.hold(pairId, personId);
        }
        pairs.answer(pairId, held.get().isMentor(personId), answer, now);
        if (answer == Answer.DECLINED) {
            ending.release(held.get(), now);
        }
        var after = pairs.hold(pairId, personId);
        after.filter(Pair::bothAnswered).ifPresent(pair -> tell(pair, now));
        return after;
    }

    private void tell(Pair pair, Instant at) {
        events.publishEvent(new PairDecided(
                pair.id(),
                pair.programmeId(),
                pair.mentorId(),
                pair.menteeId(),
                pair.outcome() == Pair.Outcome.AGREED,
                at));
    }
}
