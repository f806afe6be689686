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

    /// The latest one. Empty where no call opened here, as for programmes whose sign-ups came from a file.
    public Optional<ProgrammeDraw> find(UUID programmeId) {
        return jdbc.sql("select * from draw where programme_id = :programme order by round desc limit 1")
                .param("programme", programmeId)
                .query(Draws::draw)
                .optional();
    }

    /// One of those that were set aside, or the latest.
    public Optional<ProgrammeDraw> find(UUID programmeId, int round) {
        return jdbc.sql("select * from draw where programme_id = :programme and round = :round")
                .param("programme", programmeId)
                .param("round", round)
                .query(Draws::draw)
                .optional();
    }

    /// All of a programme, the first one first.
    public List<ProgrammeDraw> of(UUID programmeId) {
        return jdbc.sql("select * from draw where programme_id = :programme order by round")
                .param("programme", programmeId)
                .query(Draws::draw)
                .list();
    }

    /// The latest one, and nobody else changes it or a place of it, or begins another, before this transaction is over.
    /// Whoever waits for the first one finds the latest after it.
    Optional<ProgrammeDraw> hold(UUID programmeId) {
        jdbc.sql("select 1 from draw where programme_id = :programme and round = 1 for update")
                .param("programme", programmeId)
                .query(Integer.class)
                .optional();
        return find(programmeId);
    }

    void commit(UUID programmeId, int round, String seed, Instant at) {
        jdbc.sql("""
                        insert into draw (programme_id, round, commitment, committed_at) \
                        values (:programme, :round, :commitment, :at)""")
                .param("programme", programmeId)
                .param("round", round)
                .param("commitment", Secret.commitment(seed))
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("insert into draw_seed (programme_id, round, seed) values (:programme, :round, :seed)")
                .param("programme", programmeId)
                .param("round", round)
                .param("seed", seed)
                .update();
    }

    /// Of a draw that was not held yet.
    String seed(UUID programmeId) {
        return jdbc.sql("select seed from draw_seed where programme_id = :programme order by round desc limit 1")
                .param("programme", programmeId)
                .query(String.class)
                .single();
    }

    /// @param list null where there is nothing to draw
    void close(UUID programmeId, int round, Instant at, int applicants, @Nullable ClosedList list) {
        jdbc.sql("""
                        update draw set closed_at = :at, applicants = :applicants, list = :list, mentor_places = :mentors, \
                        mentor_reserve = :mentorReserve, mentee_places = :mentees, mentee_reserve = :menteeReserve, \
                        strata = :strata where programme_id = :programme and round = :round""")
                .param("programme", programmeId)
                .param("round", round)
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

    void hold(UUID programmeId, int round, Instant at, Secret secret, String root) {
        jdbc.sql("""
                        update draw set drawn_at = :at, seed = :seed, witness = :witness, witness_source = :source, \
                        root = :root where programme_id = :programme and round = :round""")
                .param("programme", programmeId)
                .param("round", round)
                .param("source", secret.source())
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
                row.getInt("round"),
                row.getString("commitment"),
                row.getTimestamp("committed_at").toInstant(),
                closed(row),
                drawnAt == null
                        ? null
                        : new Held(
                                drawnAt.toInstant(),
                                new Secret(
                                        row.getString("seed"),
                                        row.getString("witness"),
                                        row.getString("witness_source")),
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
