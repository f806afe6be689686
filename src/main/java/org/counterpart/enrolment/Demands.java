// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.util.EnumMap;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts who answered a call.
@Component
public class Demands {
    private final SignUps signUps;
    private final CriteriaOfProgrammes criteria;
    private final Phases phases;
    private final JdbcClient jdbc;

    Demands(SignUps signUps, CriteriaOfProgrammes criteria, Phases phases, JdbcClient jdbc) {
        this.signUps = signUps;
        this.criteria = criteria;
        this.phases = phases;
        this.jdbc = jdbc;
    }

    public Demand of(UUID programmeId) {
        var places = new EnumMap<Role, Integer>(Role.class);
        criteria.find(programmeId).map(CriteriaOfProgrammes.Kept::criteria).ifPresent(settled -> {
            if (settled.mentors() instanceof Places(int start, int _)) {
                places.put(Role.MENTOR, start);
            }
            if (settled.mentees() instanceof Places(int start, int _)) {
                places.put(Role.MENTEE, start);
            }
        });
        return new Demand(signUps.demand(programmeId), places, commitments(programmeId));
    }

    /// While people still apply, each change of the sum would tell of one of them; so it is told once the call is over.
    private @Nullable Long commitments(UUID programmeId) {
        var phase = phases.of(programmeId);
        if (phase.beforeTheCall() || phase == Phase.OPEN) {
            return null;
        }
        return Acting.system(() -> jdbc.sql("""
                        select case when count(*) >= 8 then cast(round(sum(commitments), -1) as bigint) end as hours from application \
                        where programme_id = :programme and handed_in_at is not null and commitments is not null""")
                .param("programme", programmeId)
                .query((row, _) -> row.getObject("hours", Long.class))
                .optional()
                .orElse(null));
    }
}
