// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Phase;
import org.counterpart.programme.PhaseChanged;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.counterpart.web.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// When a call opens, its criteria stay as they are for good, and their digest goes into the decision log, which
/// nobody can change either.
@Component
class FreezingCriteria {
    private final CriteriaOfProgrammes criteria;
    private final Programmes programmes;
    private final Decisions decisions;

    FreezingCriteria(CriteriaOfProgrammes criteria, Programmes programmes, Decisions decisions) {
        this.criteria = criteria;
        this.programmes = programmes;
        this.decisions = decisions;
    }

    @EventListener
    void freeze(PhaseChanged event) {
        if (event.to() == Phase.OPEN) {
            var kept = criteria.find(event.programmeId()).orElseThrow();
            freeze(event, kept);
        }
    }

    private void freeze(PhaseChanged event, Kept kept) {
        var digest = digest(event.programmeId(), kept);
        criteria.freeze(event.programmeId(), event.at(), digest);
        if (event.by() instanceof SignedIn owner) {
            decisions.add(new Decision(
                    event.programmeId(),
                    event.at(),
                    owner.accountId(),
                    Decision.Act.CRITERIA_FROZEN,
                    List.of(digest),
                    ""));
        }
    }

    private String digest(UUID programmeId, Kept kept) {
        var programme = programmes.find(programmeId).orElseThrow();
        return CriteriaText.digest(CriteriaText.of(programme, kept.criteria()));
    }
}
