// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpart.matching.fairness.FairnessAudit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The audit of each run, kept as it was made: it is never counted again, so that nobody can be worked out from what
/// changed in between.
@Repository
public class FairnessAudits {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    FairnessAudits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Runs made before there were audits have none.
    public Optional<FairnessAudit> of(UUID runId) {
        return jdbc.sql("select audit from fairness_audit where run_id = :run")
                .param("run", runId)
                .query(String.class)
                .optional()
                .map(text -> JSON.readValue(text, FairnessAudit.class));
    }

    void save(UUID runId, FairnessAudit audit) {
        jdbc.sql("insert into fairness_audit (run_id, audit) values (:run, :audit)")
                .param("run", runId)
                .param("audit", JSON.writeValueAsString(audit))
                .update();
    }

    /// Everyone asked in any programme before.
    ///
    /// @param standing pairs in force, which go on
    /// @param leftOut whom the last published run left out
    Earlier before(Set<PairKey> standing, Set<String> leftOut) {
        var asked = jdbc.sql("select mentor_id from standing_pair union select mentee_id from standing_pair")
                .query(String.class)
                .list();
        return new Earlier(new HashSet<>(asked), standing, leftOut);
    }
}
