// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Stage;
import org.counterpart.programme.criteria.Criteria;
import org.springframework.stereotype.Component;

/// The last stage: say what came of it. It begins when the programme was announced to end, or ended.
@Component
class ResultsStage implements Stage {
    private final ReportingResults reporting;
    private final ResultsOfProgrammes results;
    private final Phases phases;
    private final Clock clock;

    ResultsStage(ReportingResults reporting, ResultsOfProgrammes results, Phases phases, Clock clock) {
        this.reporting = reporting;
        this.results = results;
        this.phases = phases;
        this.clock = clock;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var opened = reporting.opened(programmeId);
        var state = opened.isEmpty()
                ? State.LATER
                : !results.published(programmeId).isEmpty()
                        ? State.DONE
                        : over(programmeId, opened.get()) ? State.OPEN : State.LATER;
        return new Standing(8, "programme.results.stage", state, List.of(), "/results");
    }

    private boolean over(UUID programmeId, Criteria criteria) {
        var ends = criteria.endsOn();
        return phases.of(programmeId).compareTo(Phase.ENDED) >= 0
                || ends != null
                        && !LocalDate.ofInstant(clock.instant(), criteria.zone())
                                .isBefore(ends);
    }
}
