// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which draws were set aside, or are asked to be.
@Repository
public class SettingsAside {
    private final JdbcClient jdbc;

    SettingsAside(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of all draws of a programme, by round.
    public List<SettingAside> of(UUID programmeId) {
        return jdbc.sql("select * from setting_aside where programme_id = :programme order by round")
                .param("programme", programmeId)
                .query(SettingsAside::settingAside)
                .list();
    }

    /// What one person asks for and nobody signed yet.
    public Optional<SettingAside> asked(UUID programmeId) {
        return of(programmeId).stream().filter(each -> !each.signed()).findFirst();
    }

    void ask(SettingAside wanted) {
        jdbc.sql("""
                        insert into setting_aside (programme_id, round, reason, asked_at, asked_by) \
                        values (:programme, :round, :reason, :at, :by)""")
                .param("programme", wanted.programmeId())
                .param("round", wanted.round())
                .param("reason", wanted.reason())
                .param("at", Timestamp.from(wanted.askedAt()))
                .param("by", wanted.askedBy())
                .update();
    }

    void sign(SettingAside wanted, UUID by, Instant at) {
        jdbc.sql("""
                        update setting_aside set signed_at = :at, signed_by = :by \
                        where programme_id = :programme and round = :round""")
                .param("programme", wanted.programmeId())
                .param("round", wanted.round())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void decline(SettingAside wanted) {
        jdbc.sql("delete from setting_aside where programme_id = :programme and round = :round")
                .param("programme", wanted.programmeId())
                .param("round", wanted.round())
                .update();
    }

    private static SettingAside settingAside(ResultSet row, int index) throws SQLException {
        @Nullable Timestamp signedAt = row.getTimestamp("signed_at");
        return new SettingAside(
                row.getObject("programme_id", UUID.class),
                row.getInt("round"),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("asked_by", UUID.class),
                signedAt == null ? null : signedAt.toInstant(),
                row.getObject("signed_by", UUID.class));
    }
}
