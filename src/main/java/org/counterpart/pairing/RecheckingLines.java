// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Clock;
import java.time.Instant;
import org.counterpart.enrolment.PeopleImported;
import org.counterpart.pairing.Pause.Cause;
import org.counterpart.postgres.Acting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks at every import whether a pair came to be on one reporting line, in any programme (R10): it rests until an
/// import tells otherwise. Nothing of it is anybody's fault, and nobody's answer changes.
@Component
class RecheckingLines {
    private final Pairs pairs;
    private final Pauses pauses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecheckingLines(Pairs pairs, Pauses pauses, ApplicationEventPublisher events, Clock clock) {
        this.pairs = pairs;
        this.pauses = pauses;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void recheck(PeopleImported imported) {
        var now = clock.instant();
        Acting.system(() -> recheck(now));
    }

    private void recheck(Instant now) {
        var onALine = pauses.onOneLine();
        var resting = pauses.becauseOfALine();
        for (var id : onALine) {
            if (!resting.contains(id)) {
                var pair = pairs.held(id);
                var pause = new Pause(Cause.REPORTING_LINE, null);
                pauses.begin(id, pause, now);
                events.publishEvent(
                        new PairPaused(id, pair.programmeId(), pair.mentorId(), pair.menteeId(), pause, now));
            }
        }
        for (var id : resting) {
            if (!onALine.contains(id)) {
                var pair = pairs.held(id);
                pauses.end(id, Cause.REPORTING_LINE, now);
                events.publishEvent(new PairResumed(
                        id, pair.programmeId(), pair.mentorId(), pair.menteeId(), Cause.REPORTING_LINE, now));
            }
        }
    }
}
