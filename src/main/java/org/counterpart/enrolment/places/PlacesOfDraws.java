// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Proof;
import org.counterpart.enrolment.draw.files.ProofFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is on the lists of draws, and which place each has.
@Repository
public class PlacesOfDraws {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PlacesOfDraws(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// By number, which says nothing.
    public List<Listed> of(UUID programmeId) {
        return jdbc.sql("select * from draw_place where programme_id = :programme order by number")
                .param("programme", programmeId)
                .query(PlacesOfDraws::listed)
                .list();
    }

    /// Empty for whoever was not on the list when the call closed.
    public Optional<Listed> of(UUID programmeId, String personId) {
        return jdbc.sql("select * from draw_place where programme_id = :programme and person_id = :person")
                .param("programme", programmeId)
                .param("person", personId)
                .query(PlacesOfDraws::listed)
                .optional();
    }

    /// Somebody's places in all programmes.
    public List<Listed> ofPerson(String personId) {
        return jdbc.sql("select * from draw_place where person_id = :person order by programme_id")
                .param("person", personId)
                .query(PlacesOfDraws::listed)
                .list();
    }

    /// The programmes on whose list somebody is, always in one order.
    List<UUID> programmesOf(String personId) {
        return jdbc.sql("select programme_id from draw_place where person_id = :person order by programme_id")
                .param("person", personId)
                .query((row, _) -> row.getObject("programme_id", UUID.class))
                .list();
    }

    void add(Collection<Listed> applicants) {
        batches.batchUpdate(
                "insert into draw_place (programme_id, person_id, number, role, stratum) values (?, ?, ?, ?, ?)",
                applicants,
                500,
                (statement, each) -> {
                    statement.setObject(1, each.programmeId());
                    statement.setString(2, each.personId());
                    statement.setString(3, each.number());
                    statement.setString(4, each.role().name());
                    statement.setArray(
                            5,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", each.stratum().toArray()));
                });
    }

    void drawn(UUID programmeId, Collection<Proof> proofs) {
        batches.batchUpdate(
                "update draw_place set pool = ?, ticket = ?, outcome = ?, turn = ?, proof = ? "
                        + "where programme_id = ? and number = ?",
                proofs,
                500,
                (statement, each) -> {
                    var place = each.place();
                    statement.setString(1, place.pool().name());
                    statement.setString(2, place.ticket());
                    statement.setString(3, place.outcome().name());
                    statement.setInt(4, place.turn());
                    statement.setString(5, ProofFile.of(each));
                    statement.setObject(6, programmeId);
                    statement.setString(7, place.applicant().id());
                });
    }

    /// What shows somebody their place; empty before the draw, and once they were erased.
    public String proof(UUID programmeId, String personId) {
        return jdbc.sql("select proof from draw_place where programme_id = :programme and person_id = :person")
                .param("programme", programmeId)
                .param("person", personId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// Whoever left before stays left since then.
    void leave(UUID programmeId, Collection<String> personIds, Instant at) {
        jdbc.sql("""
                        update draw_place set left_at = :at where programme_id = :programme and person_id in (:people) \
                        and left_at is null""")
                .param("programme", programmeId)
                .param("people", personIds)
                .param("at", Timestamp.from(at))
                .update();
    }

    void moveUp(Listed next, Listed gone, Instant at) {
        jdbc.sql("""
                        update draw_place set moved_up_at = :at, in_place_of = :gone \
                        where programme_id = :programme and number = :number""")
                .param("programme", next.programmeId())
                .param("number", next.number())
                .param("gone", gone.number())
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(UUID programmeId, String personId) {
        jdbc.sql("delete from draw_place where programme_id = :programme and person_id = :person")
                .param("programme", programmeId)
                .param("person", personId)
                .update();
    }

    private static Listed listed(ResultSet row, int index) throws SQLException {
        var pool = row.getString("pool");
        var outcome = row.getString("outcome");
        return new Listed(
                row.getObject("programme_id", UUID.class),
                row.getString("person_id"),
                row.getString("number"),
                Role.valueOf(row.getString("role")),
                Arrays.asList((String[]) row.getArray("stratum").getArray()),
                pool == null ? null : Pool.valueOf(pool),
                row.getString("ticket"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getInt("turn"),
                moment(row, "left_at"),
                moment(row, "moved_up_at"),
                row.getString("in_place_of"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
