// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The decision log. It only grows; the database refuses anything else.
@Repository
public class Decisions {
    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Decision decision) {
        jdbc.sql("""
                        insert into decision (programme_id, at, by_account, act, about, reason) \
                        values (:programme, :at, :by, :act, :about, :reason)""")
                .param("programme", decision.programmeId())
                .param("at", Timestamp.from(decision.at()))
                .param("by", decision.by())
                .param("act", decision.act().name())
                .param("about", decision.about().toArray(String[]::new))
                .param("reason", decision.reason())
                .update();
    }

    /// A page of the log, newest first: entries before `before` (exclusive), at most `limit`.
    public List<Entry> before(UUID programmeId, long before, int limit) {
        return jdbc.sql("""
                        select id, at, by_account, act, about, reason from decision \
                        where programme_id = :programme and id < :before order by id desc limit :limit""")
                .param("programme", programmeId)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new Entry(
                        row.getLong("id"),
                        new Decision(
                                programmeId,
                                row.getTimestamp("at").toInstant(),
                                row.getObject("by_account", UUID.class),
                                Decision.Act.valueOf(row.getString("act")),
                                List.of((String[]) row.getArray("about").getArray()),
                                row.getString("reason"))))
                .list();
    }

    /// A decision and its place in the log.
    public record Entry(long id, Decision decision) {}
}
