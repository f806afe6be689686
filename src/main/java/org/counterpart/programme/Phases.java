// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Through which phases each programme went, and when. Who moved it on and why stands in its decision log.
@Repository
public class Phases {
    private final JdbcClient jdbc;

    Phases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The phase that a programme is in; a draft, as long as nobody moved it on.
    public Phase of(UUID programmeId) {
        return jdbc.sql("select phase from phase_change where programme_id = :programme order by number desc limit 1")
                .param("programme", programmeId)
                .query((row, _) -> Phase.valueOf(row.getString("phase")))
                .optional()
                .orElse(Phase.DRAFT);
    }

    /// The same, and nobody else moves the programme on before this transaction is over.
    public Phase held(UUID programmeId) {
        jdbc.sql("select id from programme where id = :programme for update")
                .param("programme", programmeId)
                .query(UUID.class)
                .single();
        return of(programmeId);
    }

    /// The same, and nobody moves the programme on before this transaction is over; others may ask so at the same time.
    public Phase shared(UUID programmeId) {
        jdbc.sql("select id from programme where id = :programme for share")
                .param("programme", programmeId)
                .query(UUID.class)
                .single();
        return of(programmeId);
    }

    void add(UUID programmeId, Phase phase, Instant at) {
        jdbc.sql("""
                        insert into phase_change (programme_id, number, phase, at) \
                        select :programme, coalesce(max(number), 0) + 1, :phase, :at from phase_change \
                        where programme_id = :programme""")
                .param("programme", programmeId)
                .param("phase", phase.name())
                .param("at", Timestamp.from(at))
                .update();
    }
}
