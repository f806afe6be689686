// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.StandingPairs;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.ConsentWithdrawn;
import org.counterpart.privacy.PersonErased;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Ends pairs, which frees both people to be matched again. Nobody says why, and nobody is asked.
@Component
public class EndingPairs {
    static final int LONGEST_REASON = 2_000;

    private final Pairs pairs;
    private final StandingPairs standingPairs;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndingPairs(
            Pairs pairs,
            StandingPairs standingPairs,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.pairs = pairs;
        this.standingPairs = standingPairs;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /// What came of an owner's wish to end a pair.
    public enum Answer {
        ENDED,
        /// It is no pair of the programme.
        NOT_THERE,
        NO_REASON,
        /// It does not rest because of a reporting line, or not any more.
        NOT_ON_A_LINE
    }

    /// One of the two leaves a pair that both accepted. Leaving twice changes nothing; empty where it is not this
    /// person's.
    @Transactional
    public Optional<Pair> leave(UUID pairId, String personId) {
        return Acting.system(() -> {
            var held = pairs.hold(pairId, personId);
            if (held.filter(Pair::bothAccepted).filter(Pair::isOpen).isEmpty()) {
                return held;
            }
            close(held.get(), clock.instant());
            return pairs.hold(pairId, personId);
        });
    }

    /// An owner ends a pair, which they can only where it rests because of a reporting line and the two do not end it
    /// themselves.
    ///
    /// @param reason 1 to 2,000 characters
    @Transactional
    public Answer end(UUID programmeId, UUID pairId, String reason, SignedIn who) {
        var held = Acting.system(() -> pairs.hold(pairId))
                .filter(each -> each.programmeId().equals(programmeId));
        if (held.isEmpty()) {
            return Answer.NOT_THERE;
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return Answer.NO_REASON;
        }
        var pair = held.get();
        if (!pair.isOpen() || !pair.onOneLine()) {
            return Answer.NOT_ON_A_LINE;
        }
        var now = clock.instant();
        Acting.system(() -> close(pair, now));
        decisions.add(
                new Decision(programmeId, now, who.accountId(), Decision.Act.PAIR_ENDED, List.of(), reason.strip()));
        events.publishEvent(new PairEnded(pairId, programmeId, pair.mentorId(), pair.menteeId()));
        return Answer.ENDED;
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

    void close(Pair pair, Instant at) {
        pairs.close(pair.id(), at);
        release(pair, at);
        events.publishEvent(
                new PairDecided(pair.id(), pair.programmeId(), pair.mentorId(), pair.menteeId(), false, at));
    }

    void release(Pair pair, Instant at) {
        standingPairs.release(pair.programmeId(), new PairKey(pair.mentorId(), pair.menteeId()), at);
    }
}
