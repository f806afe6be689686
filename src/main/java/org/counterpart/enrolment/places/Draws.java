// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.enrolment.draw.ClosedList;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Seats;
import org.counterpart.enrolment.draw.Secret;
import org.counterpart.enrolment.draw.Terms;
import org.counterpart.enrolment.places.ProgrammeDraw.Digested;
import org.counterpart.enrolment.places.ProgrammeDraw.Held;
import org.counterpart.enrolment.places.ProgrammeDraw.ListClosed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is published of the draws of programmes whose call opened here, and their seeds, which nobody reads.
@Repository
public class Draws {
    private final JdbcClient jdbc;

    Draws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Empty where no call opened here, as for programmes whose sign-ups came from a file.
    public Optional<ProgrammeDraw> find(UUID programmeId) {
        return jdbc.sql("select * from draw where programme_id = :programme")
                .param("programme", programmeId)
                .query(Draws::draw)
                .optional();
    }

    /// The same, and nobody else changes it or a place of it before this transaction is over.
    Optional<ProgrammeDraw> hold(UUID programmeId) {
        return jdbc.sql("select * from draw where programme_id = :programme for update")
                .param("programme", programmeId)
                .query(Draws::draw)
                .optional();
    }

    void commit(UUID programmeId, String seed, Instant at) {
        jdbc.sql("insert into draw (programme_id, commitment, committed_at) values (:programme, :commitment, :at)")
                .param("programme", programmeId)
                .param("commitment", Secret.commitment(seed))
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("insert into draw_seed (programme_id, seed) values (:programme, :seed)")
                .param("programme", programmeId)
                .param("seed", seed)
                .update();
    }

    /// Of a draw that was not held yet.
    String seed(UUID programmeId) {
        return jdbc.sql("select seed from draw_seed where programme_id = :programme")
                .param("programme", programmeId)
                .query(String.class)
                .single();
    }

    /// @param list null where there is nothing to draw
    void close(UUID programmeId, Instant at, int applicants, @Nullable ClosedList list) {
        jdbc.sql("""
                        update draw set closed_at = :at, applicants = :applicants, list = :list, mentor_places = :mentors, \
                        mentor_reserve = :mentorReserve, mentee_places = :mentees, mentee_reserve = :menteeReserve, \
                        strata = :strata where programme_id = :programme""")
                .param("programme", programmeId)
                .param("at", Timestamp.from(at))
                .param("applicants", applicants)
                .param("list", list == null ? null : list.digest())
                .param("mentors", list == null ? null : seats(list, Pool.MENTOR).start())
                .param(
                        "mentorReserve",
                        list == null ? null : seats(list, Pool.MENTOR).reserve())
                .param("mentees", list == null ? null : seats(list, Pool.MENTEE).start())
                .param(
                        "menteeReserve",
                        list == null ? null : seats(list, Pool.MENTEE).reserve())
                .param(
                        "strata",
                        list == null ? new String[0] : list.terms().strata().toArray(String[]::new))
                .update();
    }

    void hold(UUID programmeId, Instant at, Secret secret, String root) {
        jdbc.sql("""
                        update draw set drawn_at = :at, seed = :seed, witness = :witness, root = :root \
                        where programme_id = :programme""")
                .param("programme", programmeId)
                .param("at", Timestamp.from(at))
                .param("seed", secret.seed())
                .param("witness", secret.witness())
                .param("root", root)
                .update();
        jdbc.sql("delete from draw_seed where programme_id = :programme")
                .param("programme", programmeId)
                .update();
    }

    private static Seats seats(ClosedList list, Pool pool) {
        return list.terms().pools().getOrDefault(pool, new Seats(0, 0));
    }

    private static ProgrammeDraw draw(ResultSet row, int index) throws SQLException {
        var drawnAt = row.getTimestamp("drawn_at");
        return new ProgrammeDraw(
                row.getObject("programme_id", UUID.class),
                row.getString("commitment"),
                row.getTimestamp("committed_at").toInstant(),
                closed(row),
                drawnAt == null
                        ? null
                        : new Held(
                                drawnAt.toInstant(),
                                new Secret(row.getString("seed"), row.getString("witness")),
                                row.getString("root")));
    }

    private static @Nullable ListClosed closed(ResultSet row) throws SQLException {
        var closedAt = row.getTimestamp("closed_at");
        if (closedAt == null) {
            return null;
        }
        var digest = row.getString("list");
        return new ListClosed(
                closedAt.toInstant(),
                row.getInt("applicants"),
                digest == null
                        ? null
                        : new Digested(
                                digest,
                                Terms.byRole(
                                        new Seats(row.getInt("mentor_places"), row.getInt("mentor_reserve")),
                                        new Seats(row.getInt("mentee_places"), row.getInt("mentee_reserve")),
                                        strata(row).toArray(String[]::new))));
    }

    private static List<String> strata(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("strata").getArray());
    }
}
