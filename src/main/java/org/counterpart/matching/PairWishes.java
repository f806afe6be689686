// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pairs that owners locked or forbade, one wish a pair.
@Repository
public class PairWishes {
    private final JdbcClient jdbc;

    PairWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<PairWish> of(UUID programmeId) {
        return jdbc.sql("""
                        select mentor_id, mentee_id, kind, reason, by_account, at from pair_wish \
                        where programme_id = :programme order by at, mentor_id, mentee_id""")
                .param("programme", programmeId)
                .query(PairWishes::wish)
                .list();
    }

    void save(UUID programmeId, PairWish wish) {
        jdbc.sql("""
                        insert into pair_wish (programme_id, mentor_id, mentee_id, kind, reason, by_account, at) \
                        values (:programme, :mentor, :mentee, :kind, :reason, :by, :at) \
                        on conflict (programme_id, mentor_id, mentee_id) do update set kind = excluded.kind, \
                        reason = excluded.reason, by_account = excluded.by_account, at = excluded.at""")
                .param("programme", programmeId)
                .param("mentor", wish.pair().mentor())
                .param("mentee", wish.pair().mentee())
                .param("kind", wish.kind().name())
                .param("reason", wish.reason())
                .param("by", wish.by())
                .param("at", Timestamp.from(wish.at()))
                .update();
    }

    boolean remove(UUID programmeId, PairKey pair) {
        return jdbc.sql("""
                        delete from pair_wish where programme_id = :programme and mentor_id = :mentor \
                        and mentee_id = :mentee""")
                        .param("programme", programmeId)
                        .param("mentor", pair.mentor())
                        .param("mentee", pair.mentee())
                        .update()
                > 0;
    }

    private static PairWish wish(ResultSet row, int index) throws SQLException {
        return new PairWish(
                new PairKey(row.getString("mentor_id"), row.getString("mentee_id")),
                PairWish.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getObject("by_account", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
