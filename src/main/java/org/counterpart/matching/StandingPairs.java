// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Published pairs. While in force a pair is part of every later run, so that a new run changes as little as
/// possible; once released it is free again and is never proposed a second time.
@Repository
public class StandingPairs {
    private final JdbcClient jdbc;

    StandingPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<PairKey> inForce(UUID programmeId) {
        return pairs(programmeId, false);
    }

    Set<PairKey> released(UUID programmeId) {
        return pairs(programmeId, true);
    }

    /// Pairs of all other programmes, whatever became of them, either way round: who was mentor may be mentee now.
    Set<PairKey> elsewhere(UUID programmeId) {
        return jdbc
                .sql("select mentor_id, mentee_id from standing_pair where programme_id <> :programme")
                .param("programme", programmeId)
                .query((row, _) -> new PairKey(row.getString("mentor_id"), row.getString("mentee_id")))
                .list()
                .stream()
                .flatMap(pair -> Stream.of(pair, new PairKey(pair.mentee(), pair.mentor())))
                .collect(Collectors.toUnmodifiableSet());
    }

    void publish(UUID programmeId, UUID runId, List<PairKey> pairs) {
        for (var pair : pairs) {
            jdbc.sql("""
                            insert into standing_pair (programme_id, mentor_id, mentee_id, run_id) \
                            values (:programme, :mentor, :mentee, :run)""")
                    .param("programme", programmeId)
                    .param("mentor", pair.mentor())
                    .param("mentee", pair.mentee())
                    .param("run", runId)
                    .update();
        }
    }

    /// Frees both people. Releasing a pair that is not in force changes nothing.
    public void release(UUID programmeId, PairKey pair, Instant at) {
        jdbc.sql("""
                        update standing_pair set released_at = :at where programme_id = :programme \
                        and mentor_id = :mentor and mentee_id = :mentee and released_at is null""")
                .param("at", Timestamp.from(at))
                .param("programme", programmeId)
                .param("mentor", pair.mentor())
                .param("mentee", pair.mentee())
                .update();
    }

    private Set<PairKey> pairs(UUID programmeId, boolean released) {
        return jdbc
                .sql("""
                        select mentor_id, mentee_id from standing_pair where programme_id = :programme \
                        and (released_at is not null) = :released""")
                .param("programme", programmeId)
                .param("released", released)
                .query((row, _) -> new PairKey(row.getString("mentor_id"), row.getString("mentee_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
