// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Clock;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Closes each call at the moment that was announced, whoever is awake then. Where several nodes do it at once, one of
/// them does it and the others find it done.
@Component
public class ClosingCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingCalls.class);

    private final Programmes programmes;
    private final Phases phases;
    private final CriteriaOfProgrammes criteria;
    private final MovingOn moving;
    private final Clock clock;

    ClosingCalls(Programmes programmes, Phases phases, CriteriaOfProgrammes criteria, MovingOn moving, Clock clock) {
        this.programmes = programmes;
        this.phases = phases;
        this.criteria = criteria;
        this.moving = moving;
        this.clock = clock;
    }

    /// A call that cannot be closed is tried again next time, and stops none of the others.
    @Scheduled(fixedDelayString = "${counterpart.calls.close-every:30s}")
    public void closeDue() {
        Acting.system(() -> programmes.all().stream().map(Programme::id).forEach(this::closeIfDue));
    }

    private void closeIfDue(UUID programmeId) {
        try {
            if (phases.of(programmeId) == Phase.OPEN && due(programmeId)) {
                moving.moveByTheClock(programmeId, Phase.OPEN, Phase.CLOSED);
            }
        } catch (RuntimeException failed) {
            LOG.error("The call of programme {} could not be closed and is tried again.", programmeId, failed);
        }
    }

    private boolean due(UUID programmeId) {
        return criteria.find(programmeId)
                .map(kept -> kept.criteria().closing())
                .filter(closing -> !clock.instant().isBefore(closing))
                .isPresent();
    }
}
