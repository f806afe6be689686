// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was settled for each programme. The database refuses a change once it is frozen.
@Repository
public class CriteriaOfProgrammes {
    private final JdbcClient jdbc;

    CriteriaOfProgrammes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param frozenAt when the call opened; null before
    /// @param digest SHA-256 of what was published then, in small hexadecimal; null before
    public record Kept(
            Criteria criteria,
            @Nullable Instant frozenAt,
            @Nullable String digest) {}

    /// Empty where nobody settled anything, as for programmes whose sign-ups came from a file.
    public Optional<Kept> find(UUID programmeId) {
        return jdbc.sql("select * from criteria where programme_id = :programme")
                .param("programme", programmeId)
                .query(CriteriaOfProgrammes::kept)
                .optional();
    }

    void save(UUID programmeId, Criteria criteria) {
        jdbc.sql("""
                        insert into criteria (programme_id, aim, who_may_apply, success, stopping, mentor_places, \
                        mentor_reserve, mentee_places, mentee_reserve, strata, closes_at, zone, starts_on, weeks, \
                        next_wave_on) values (:programme, :aim, :who, :success, :stopping, :mentors, :mentorReserve, \
                        :mentees, :menteeReserve, :strata, :closes, :zone, :starts, :weeks, :next) \
                        on conflict (programme_id) do update set aim = :aim, who_may_apply = :who, success = :success, \
                        stopping = :stopping, mentor_places = :mentors, mentor_reserve = :mentorReserve, \
                        mentee_places = :mentees, mentee_reserve = :menteeReserve, strata = :strata, \
                        closes_at = :closes, zone = :zone, starts_on = :starts, weeks = :weeks, next_wave_on = :next""")
                .param("programme", programmeId)
                .param("aim", criteria.aim())
                .param("who", criteria.whoMayApply())
                .param("success", criteria.success())
                .param("stopping", criteria.stopping())
                .param("mentors", criteria.mentors() instanceof Places(int start, int _) ? start : null)
                .param("mentorReserve", criteria.mentors() instanceof Places(int _, int reserve) ? reserve : 0)
                .param("mentees", criteria.mentees() instanceof Places(int start, int _) ? start : null)
                .param("menteeReserve", criteria.mentees() instanceof Places(int _, int reserve) ? reserve : 0)
                .param("strata", criteria.strata().stream().map(Stratum::name).toArray(String[]::new))
                .param("closes", criteria.closesAt())
                .param("zone", criteria.zone().getId())
                .param("starts", criteria.startsOn())
                .param("weeks", criteria.weeks())
                .param("next", criteria.nextWaveOn())
                .update();
    }

    void freeze(UUID programmeId, Instant at, String digest) {
        jdbc.sql("update criteria set frozen_at = :at, digest = :digest where programme_id = :programme")
                .param("programme", programmeId)
                .param("at", Timestamp.from(at))
                .param("digest", digest)
                .update();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        var frozenAt = row.getTimestamp("frozen_at");
        return new Kept(
                new Criteria(
                        row.getString("aim"),
                        row.getString("who_may_apply"),
                        row.getString("success"),
                        row.getString("stopping"),
                        places(row, "mentor"),
                        places(row, "mentee"),
                        Arrays.stream((String[]) row.getArray("strata").getArray())
                                .map(Stratum::valueOf)
                                .toList(),
                        row.getObject("closes_at", LocalDateTime.class),
                        ZoneId.of(row.getString("zone")),
                        row.getObject("starts_on", LocalDate.class),
                        row.getInt("weeks"),
                        row.getObject("next_wave_on", LocalDate.class)),
                frozenAt == null ? null : frozenAt.toInstant(),
                row.getString("digest"));
    }

    private static @Nullable Places places(ResultSet row, String role) throws SQLException {
        int start = row.getInt(role + "_places");
        return row.wasNull() ? null : new Places(start, row.getInt(role + "_reserve"));
    }
}
