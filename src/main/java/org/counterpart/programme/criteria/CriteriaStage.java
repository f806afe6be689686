// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Stage;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.springframework.stereotype.Component;

/// The second stage: settle what the call says. Where sign-ups came from a file, it was settled elsewhere.
@Component
class CriteriaStage implements Stage {
    private final CriteriaOfProgrammes criteria;
    private final Phases phases;
    private final Clock clock;

    CriteriaStage(CriteriaOfProgrammes criteria, Phases phases, Clock clock) {
        this.criteria = criteria;
        this.phases = phases;
        this.clock = clock;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var kept = criteria.find(programmeId);
        boolean frozen = kept.filter(each -> each.frozenAt() != null).isPresent();
        int missing = CriteriaGate.missing(kept.map(Kept::criteria).orElse(Criteria.NONE), clock.instant())
                .size();
        var state = frozen
                ? State.DONE
                : !phases.of(programmeId).beforeTheCall() ? State.LATER : missing == 0 ? State.DONE : State.OPEN;
        return new Standing(2, "programme.criteria.stage", state, List.of(frozen ? 1 : 0, missing), "/criteria");
    }
}
