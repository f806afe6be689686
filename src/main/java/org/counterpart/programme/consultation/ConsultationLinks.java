// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links with which people answer a consultation without signing in; many of them have no account here.
@Repository
class ConsultationLinks {
    private final JdbcClient jdbc;

    ConsultationLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Asked> of(UUID programmeId, Instant now) {
        return jdbc.sql("""
                        select * from consultation_link where programme_id = :programme and expires_at > :now \
                        order by asked_at, id""")
                .param("programme", programmeId)
                .param("now", Timestamp.from(now))
                .query(ConsultationLinks::asked)
                .list();
    }

    Optional<Asked> behind(Secret link, Instant now) {
        return jdbc.sql("select * from consultation_link where token_sha256 = :token and expires_at > :now")
                .param("token", link.digest())
                .param("now", Timestamp.from(now))
                .query(ConsultationLinks::asked)
                .optional();
    }

    /// Whoever was asked before by that name gets a new link, and the old one opens nothing any more.
    void add(Asked asked, Secret link) {
        jdbc.sql("delete from consultation_link where programme_id = :programme and lower(known_as) = lower(:name)")
                .param("programme", asked.programmeId())
                .param("name", asked.knownAs())
                .update();
        jdbc.sql("""
                        insert into consultation_link (token_sha256, id, programme_id, known_as, address, asked_at, expires_at) \
                        values (:token, :id, :programme, :name, :address, :at, :until)""")
                .param("token", link.digest())
                .param("id", asked.id())
                .param("programme", asked.programmeId())
                .param("name", asked.knownAs())
                .param("address", asked.address())
                .param("at", Timestamp.from(asked.at()))
                .param("until", Timestamp.from(asked.until()))
                .update();
    }

    boolean remove(UUID programmeId, UUID id) {
        return jdbc.sql("delete from consultation_link where programme_id = :programme and id = :id")
                        .param("programme", programmeId)
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Asked asked(ResultSet row, int index) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getString("known_as"),
                row.getString("address"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
