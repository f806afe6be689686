// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.util.List;
import java.util.UUID;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// Who starts, where more people answered than there are places. A programme whose sign-ups came from a file needs no
/// draw here.
@Component
class DrawStage implements Stage {
    private static final int ORDER = 5;
    private static final String PATH = "/draw";

    private final Draws draws;
    private final PlacesOfDraws places;
    private final Phases phases;

    DrawStage(Draws draws, PlacesOfDraws places, Phases phases) {
        this.draws = draws;
        this.places = places;
        this.phases = phases;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var phase = phases.of(programmeId);
        var draw = draws.find(programmeId).orElse(null);
        if (draw == null) {
            return phase.beforeTheCall()
                    ? new Standing(ORDER, "enrolment.draw.stage", State.LATER, List.of(), PATH)
                    : notNeeded();
        }
        if (draw.held() != null) {
            return new Standing(ORDER, "enrolment.draw.stage", State.DONE, counts(programmeId), PATH);
        }
        var closed = draw.closed();
        if (closed == null) {
            return new Standing(ORDER, "enrolment.draw.stage", State.LATER, List.of(), PATH);
        }
        return draw.list() == null || phase != Phase.CLOSED
                ? notNeeded()
                : new Standing(
                        ORDER,
                        draw.everyoneStarts() ? "enrolment.draw.all" : "enrolment.draw.stage",
                        State.OPEN,
                        List.of(closed.applicants(), draw.list().starting()),
                        PATH);
    }

    private static Standing notNeeded() {
        return new Standing(ORDER, "enrolment.draw.none", State.DONE, List.of(), PATH);
    }

    private List<Object> counts(UUID programmeId) {
        var all = places.of(programmeId);
        return List.of(
                all.stream().filter(Listed::starts).count(),
                all.stream().filter(Listed::waitsInReserve).count(),
                all.stream()
                        .filter(each -> each.outcome() == Outcome.COMPARISON && each.leftAt() == null)
                        .count());
    }
}
