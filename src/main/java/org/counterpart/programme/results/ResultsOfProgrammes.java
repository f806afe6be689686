// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What came of each programme, version by version. The database shows drafts to owners alone, and refuses a change of
/// what is published.
@Repository
public class ResultsOfProgrammes {
    private final JdbcClient jdbc;

    ResultsOfProgrammes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All that were published, the newest first.
    public List<Results> published(UUID programmeId) {
        return of(programmeId).stream()
                .filter(each -> each.publishedAt() != null)
                .toList();
    }

    /// What is not published yet.
    public Optional<Results> draft(UUID programmeId) {
        return of(programmeId).stream()
                .filter(each -> each.publishedAt() == null)
                .findFirst();
    }

    private List<Results> of(UUID programmeId) {
        var found = found(programmeId);
        return jdbc.sql("select * from results where programme_id = :programme order by version desc")
                .param("programme", programmeId)
                .query((row, _) -> results(row, found))
                .list();
    }

    private Map<Integer, List<Found>> found(UUID programmeId) {
        var found = new HashMap<Integer, List<Found>>();
        jdbc.sql("select * from finding where programme_id = :programme order by version, position")
                .param("programme", programmeId)
                .query(row -> {
                    found.computeIfAbsent(row.getInt("version"), _ -> new ArrayList<>())
                            .add(found(row));
                });
        return found;
    }

    /// A draft, in the place of what was saved of this version before.
    void save(UUID programmeId, Results results) {
        jdbc.sql("""
                        insert into results (programme_id, version, edition, ending, ending_seen, reason, saved_at) \
                        values (:programme, :version, :edition, :ending, :seen, :reason, :at) \
                        on conflict (programme_id, version) do update set edition = excluded.edition, \
                        ending = excluded.ending, ending_seen = excluded.ending_seen, reason = excluded.reason, \
                        saved_at = excluded.saved_at""")
                .param("programme", programmeId)
                .param("version", results.version())
                .param("edition", results.edition())
                .param("ending", results.ending() instanceof Ending ending ? ending.name() : null)
                .param("seen", results.endingSeen())
                .param("reason", results.reason())
                .param("at", Timestamp.from(results.savedAt()))
                .update();
        for (int position = 0; position < results.found().size(); position++) {
            save(programmeId, results.version(), position, results.found().get(position));
        }
    }

    private void save(UUID programmeId, int version, int position, Found found) {
        jdbc.sql("""
                        insert into finding (programme_id, version, position, finding, seen, people, seen_on) \
                        values (:programme, :version, :position, :finding, :seen, :people, :on) \
                        on conflict (programme_id, version, position) do update set finding = excluded.finding, \
                        seen = excluded.seen, people = excluded.people, seen_on = excluded.seen_on""")
                .param("programme", programmeId)
                .param("version", version)
                .param("position", position)
                .param("finding", found.finding() instanceof Finding finding ? finding.name() : null)
                .param("seen", found.seen())
                .param("people", found.people())
                .param("on", found.on())
                .update();
    }

    void publish(UUID programmeId, int version, Instant at) {
        jdbc.sql("update results set published_at = :at where programme_id = :programme and version = :version")
                .param("at", Timestamp.from(at))
                .param("programme", programmeId)
                .param("version", version)
                .update();
    }

    private static Results results(ResultSet row, Map<Integer, List<Found>> found) throws SQLException {
        var ending = row.getString("ending");
        var publishedAt = row.getTimestamp("published_at");
        return new Results(
                row.getInt("version"),
                row.getInt("edition"),
                found.getOrDefault(row.getInt("version"), List.of()),
                ending == null ? null : Ending.valueOf(ending),
                row.getString("ending_seen"),
                row.getString("reason"),
                row.getTimestamp("saved_at").toInstant(),
                publishedAt == null ? null : publishedAt.toInstant());
    }

    private static Found found(ResultSet row) throws SQLException {
        var finding = row.getString("finding");
        return new Found(
                finding == null ? null : Finding.valueOf(finding),
                row.getString("seen"),
                number(row),
                row.getObject("seen_on", LocalDate.class));
    }

    private static @Nullable Integer number(ResultSet row) throws SQLException {
        int people = row.getInt("people");
        return row.wasNull() ? null : people;
    }
}
