// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.StandingPairs;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.ConsentWithdrawn;
import org.counterpart.privacy.PersonErased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes the answers. A decline frees both at once, so that the owner can match again; the two are told only when
/// both have answered, and nobody is told why.
@Component
public class AnsweringPairs {
    private final Pairs pairs;
    private final StandingPairs standingPairs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnsweringPairs(Pairs pairs, StandingPairs standingPairs, ApplicationEventPublisher events, Clock clock) {
        this.pairs = pairs;
        this.standingPairs = standingPairs;
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
            close(held.get(), now);
            return pairs.hold(pairId, personId);
        }
        pairs.answer(pairId, held.get().isMentor(personId), answer, now);
        if (answer == Answer.DECLINED) {
            release(held.get(), now);
        }
        var after = pairs.hold(pairId, personId);
        after.filter(Pair::bothAnswered).ifPresent(pair -> tell(pair, now));
        return after;
    }

    /// Closes what was not answered in time.
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void closeOverdue() {
        var now = clock.instant();
        Acting.system(() -> pairs.holdOverdue(now).forEach(pair -> close(pair, now)));
    }

    /// Ends the pairs of somebody who was erased, so that the others can be matched again.
    @EventListener
    void end(PersonErased erased) {
        endAll(erased.standIn(), erased.at());
    }

    /// As the program, since somebody who leaves may not write what the other of a pair relies on.
    @EventListener
    void end(ConsentWithdrawn left) {
        switch (left.matter()) {
            case PROGRAMME -> Acting.system(() -> endAll(left.personId(), left.at()));
            case RESEARCH, SURVEYS -> {}
        }
    }

    private void endAll(String personId, Instant at) {
        pairs.ofPerson(personId).stream()
                .filter(pair -> pair.outcome() != Pair.Outcome.NOT_GOING_AHEAD)
                .forEach(pair -> close(pair, at));
    }

    private void close(Pair pair, Instant at) {
        pairs.close(pair.id(), at);
        release(pair, at);
        events.publishEvent(
                new PairDecided(pair.id(), pair.programmeId(), pair.mentorId(), pair.menteeId(), false, at));
    }

    private void release(Pair pair, Instant at) {
        standingPairs.release(pair.programmeId(), new PairKey(pair.mentorId(), pair.menteeId()), at);
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
