// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Gate;
import org.counterpart.programme.Phase;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.counterpart.web.Saying;
import org.springframework.stereotype.Component;

/// No call opens before everything is settled that whoever applies goes by (R61, R64): criteria written after the
/// results are none.
@Component
class CriteriaGate implements Gate {
    private final CriteriaOfProgrammes criteria;
    private final Clock clock;

    CriteriaGate(CriteriaOfProgrammes criteria, Clock clock) {
        this.criteria = criteria;
        this.clock = clock;
    }

    @Override
    public List<Saying> missing(UUID programmeId, Phase phase) {
        return phase == Phase.OPEN
                ? missing(criteria.find(programmeId).map(Kept::criteria).orElse(Criteria.NONE), clock.instant())
                : List.of();
    }

    /// What is missing of criteria, all at once, in the order of the form.
    static List<Saying> missing(Criteria criteria, Instant now) {
        var missing = new ArrayList<Saying>();
        require(!criteria.aim().isEmpty(), "aim", missing);
        require(!criteria.whoMayApply().isEmpty(), "who", missing);
        require(!criteria.success().isEmpty(), "success", missing);
        require(!criteria.stopping().isEmpty(), "stopping", missing);
        require(criteria.mentors() != null, "mentors", missing);
        require(criteria.mentees() != null, "mentees", missing);
        require(criteria.closesAt() != null, "closing", missing);
        require(!(criteria.closing() instanceof Instant closing) || closing.isAfter(now), "closing-past", missing);
        require(criteria.startsOn() != null, "start", missing);
        require(criteria.nextWaveOn() != null, "next-wave", missing);
        return missing;
    }

    private static void require(boolean there, String what, List<Saying> missing) {
        if (!there) {
            missing.add(Saying.of("programme.criteria.missing." + what));
        }
    }
}
