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

/// Who is on the lists of draws, and which place each has. What a draw that was set aside gave them is found by its
/// round, and counts for nothing else.
@Repository
public class PlacesOfDraws {
    private static final String OF_THE_LATEST =
            " and round = (select max(round) from draw where draw.programme_id = draw_place.programme_id) ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PlacesOfDraws(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// By number, which says nothing.
    public List<Listed> of(UUID programmeId) {
        return jdbc.sql("select * from draw_place where programme_id = :programme" + OF_THE_LATEST + "order by number")
                .param("programme", programmeId)
                .query(PlacesOfDraws::listed)
                .list();
    }

    /// The same of one draw.
    public List<Listed> of(UUID programmeId, int round) {
        return jdbc.sql("select * from draw_place where programme_id = :programme and round = :round order by number")
                .param("programme", programmeId)
                .param("round", round)
                .query(PlacesOfDraws::listed)
                .list();
    }

    /// Empty for whoever was not on the list when the call closed.
    public Optional<Listed> of(UUID programmeId, String personId) {
        return jdbc.sql("select * from draw_place where programme_id = :programme and person_id = :person"
                        + OF_THE_LATEST)
                .param("programme", programmeId)
                .param("person", personId)
                .query(PlacesOfDraws::listed)
                .optional();
    }

    /// Somebody's places in all programmes.
    public List<Listed> ofPerson(String personId) {
        return jdbc.sql("select * from draw_place where person_id = :person" + OF_THE_LATEST + "order by programme_id")
                .param("person", personId)
                .query(PlacesOfDraws::listed)
                .list();
    }

    /// The programmes on whose list somebody is, always in one order.
    List<UUID> programmesOf(String personId) {
        return jdbc.sql("select programme_id from draw_place where person_id = :person" + OF_THE_LATEST
                        + "order by programme_id")
                .param("person", personId)
                .query((row, _) -> row.getObject("programme_id", UUID.class))
                .list();
    }

    /// How the list of a draw differs from the one before.
    ///
    /// @param joined who stands on it and did not before
    /// @param gone who stood on the one before and does not any more
    public record Change(int joined, int gone) {}

    /// Numbers alone, which everyone may know.
    public Change change(UUID programmeId, int round) {
        return new Change(only(programmeId, round, round - 1), only(programmeId, round - 1, round));
    }

    private int only(UUID programmeId, int round, int other) {
        return jdbc.sql("""
                        select count(*) from draw_place where programme_id = :programme and round = :round \
                        and person_id not in (select person_id from draw_place \
                        where programme_id = :programme and round = :other)""")
                .param("programme", programmeId)
                .param("round", round)
                .param("other", other)
                .query(Integer.class)
                .single();
    }

    void add(int round, Collection<Listed> applicants) {
        batches.batchUpdate(
                "insert into draw_place (programme_id, person_id, number, role, stratum, round) "
                        + "values (?, ?, ?, ?, ?, ?)",
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
                    statement.setInt(6, round);
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
    public String proof(UUID programmeId, int round, String personId) {
        return jdbc.sql("""
                        select proof from draw_place where programme_id = :programme and round = :round \
                        and person_id = :person""")
                .param("programme", programmeId)
                .param("round", round)
                .param("person", personId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// Whoever left before stays left since then.
    void leave(UUID programmeId, Collection<String> personIds, Instant at) {
        jdbc.sql("""
                        update draw_place set left_at = :at where programme_id = :programme and person_id in (:people) \
                        and left_at is null and round = (select max(round) from draw where programme_id = :programme)""")
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

    /// From the list of the latest draw alone.
    void remove(UUID programmeId, String personId) {
        jdbc.sql("delete from draw_place where programme_id = :programme and person_id = :person" + OF_THE_LATEST)
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
