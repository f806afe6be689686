// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.audit.AuditEvent.Mentioned;
import org.counterpart.audit.verifier.Anchor;
import org.counterpart.postgres.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The log. It only grows; the database numbers and chains what is added, and refuses everything else.
@Repository
public class AuditLog {
    private static final int ID = 36;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Adds an event, in the transaction of what it tells. From here to the end of that transaction every other one
    /// that adds an event waits, so it is the last thing to do in it.
    void add(Deed deed) {
        Acting.system(() -> {
            var people = deed.people().toArray(String[]::new);
            jdbc.sql("""
                            insert into audit_subject (person_id) select id from person where id = any (:people) \
                            on conflict do nothing""").param("people", people).update();
            jdbc.sql("""
                            insert into audit_event (at, actor, kind, programme_id, about, reason) \
                            values (:at, :actor, :kind, :programme, :about || array( \
                            select 'person:' || id from audit_subject where person_id = any (:people) \
                            order by person_id), :reason)""")
                    .param("people", people)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("actor", deed.actor())
                    .param("kind", deed.kind().name())
                    .param("programme", deed.programmeId())
                    .param("about", deed.about().stream().map(About::text).toArray(String[]::new))
                    .param("reason", deed.reason())
                    .update();
        });
    }

    /// A page of the log, newest first: events before `before` (exclusive), at most `limit`.
    public List<AuditEvent> before(long before, int limit) {
        return jdbc.sql("""
                        select number, at, actor, kind, programme_id, reason, cardinality(about) as things, array( \
                        select case when each like 'person:%' then each || coalesce(person_id, '') else each end \
                        from unnest(about[1\\:3]) with ordinality as parts (each, place) left join audit_subject \
                        on id = case when each like 'person:%' then substr(each, 8)::uuid end \
                        order by place) as first from audit_event \
                        where number < :before order by number desc limit :limit""")
                .param("before", before)
                .param("limit", limit)
                .query(AuditLog::event)
                .list();
    }

    /// The decisions that concern whoever asks, newest first.
    public List<AboutYou> aboutMe(long before, int limit) {
        return jdbc.sql("select * from decisions_about_me(:kinds, :before, :limit)")
                .param("kinds", AboutYou.KINDS.stream().map(Enum::name).toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> new AboutYou(
                        row.getLong("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("actor", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("programme_id", UUID.class),
                        row.getString("reason")))
                .list();
    }

    /// The newest event, for the anchor; empty where nothing happened yet.
    Optional<Anchor> newest() {
        return jdbc.sql("select number, hash, at from audit_event order by number desc limit 1")
                .query((row, _) -> new Anchor(
                        clock.instant(),
                        row.getLong("number"),
                        row.getBytes("hash"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    private static AuditEvent event(ResultSet row, int index) throws SQLException {
        var first = Arrays.asList((String[]) row.getArray("first").getArray());
        var people = beginning("person:", first);
        return new AuditEvent(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("programme_id", UUID.class),
                people.stream().limit(AuditEvent.SHOWN).map(AuditLog::mentioned).toList(),
                row.getInt("things") - (first.size() - people.size()),
                beginning("account:", first).stream()
                        .findFirst()
                        .map(UUID::fromString)
                        .orElse(null),
                beginning("route:", first).stream().findFirst().orElse(null),
                row.getString("reason"));
    }

    private static Mentioned mentioned(String text) {
        var personId = text.substring(ID);
        return new Mentioned(UUID.fromString(text.substring(0, ID)), personId.isEmpty() ? null : personId);
    }

    private static List<String> beginning(String what, List<String> about) {
        return about.stream()
                .filter(each -> each.startsWith(what))
                .map(each -> each.substring(what.length()))
                .toList();
    }
}
