// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.counterpart.matching.Quota.Kind;
import org.counterpart.matching.Quota.Whose;
import org.counterpart.matching.solver.Objective;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The quotas of each programme, and what became of them in its runs.
@Repository
class Quotas {
    private final JdbcClient jdbc;

    Quotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Quota> of(UUID programmeId) {
        return jdbc.sql("""
                        select kind, group_name, whose, least, strength from match_quota \
                        where programme_id = :programme order by position""")
                .param("programme", programmeId)
                .query((row, _) -> quota(row))
                .list();
    }

    void save(UUID programmeId, List<Quota> quotas) {
        jdbc.sql("delete from match_quota where programme_id = :programme")
                .param("programme", programmeId)
                .update();
        for (int position = 0; position < quotas.size(); position++) {
            var quota = quotas.get(position);
            jdbc.sql("""
                            insert into match_quota (programme_id, position, kind, group_name, whose, least, strength) \
                            values (:programme, :position, :kind, :group, :whose, :least, :strength)""")
                    .param("programme", programmeId)
                    .param("position", position)
                    .param("kind", quota.kind().name())
                    .param("group", quota.group())
                    .param("whose", quota.whose().name())
                    .param("least", quota.least())
                    .param("strength", quota.strength().name())
                    .update();
        }
    }

    List<QuotaPrice> pricesIn(UUID run) {
        return jdbc.sql("""
                        select kind, group_name, whose, least, strength, counted, out_of, met, pairs_without, \
                        worst_without, total_without from match_run_quota where run_id = :run order by position""")
                .param("run", run)
                .query((row, _) -> new QuotaPrice(
                        quota(row),
                        row.getLong("counted"),
                        row.getLong("out_of"),
                        row.getBoolean("met"),
                        new Objective(
                                row.getInt("pairs_without"),
                                row.getLong("worst_without"),
                                row.getLong("total_without"))))
                .list();
    }

    void save(UUID run, int position, QuotaPrice price) {
        jdbc.sql("""
                        insert into match_run_quota (run_id, position, kind, group_name, whose, least, strength, counted, \
                        out_of, met, pairs_without, worst_without, total_without) values (:run, :position, :kind, :group, \
                        :whose, :least, :strength, :counted, :of, :met, :pairs, :worst, :total)""")
                .param("run", run)
                .param("position", position)
                .param("kind", price.quota().kind().name())
                .param("group", price.quota().group())
                .param("whose", price.quota().whose().name())
                .param("least", price.quota().least())
                .param("strength", price.quota().strength().name())
                .param("counted", price.counted())
                .param("of", price.of())
                .param("met", price.met())
                .param("pairs", price.without().pairs())
                .param("worst", price.without().worst())
                .param("total", price.without().total())
                .update();
    }

    private static Quota quota(ResultSet row) throws SQLException {
        return new Quota(
                Kind.valueOf(row.getString("kind")),
                row.getString("group_name"),
                Whose.valueOf(row.getString("whose")),
                row.getInt("least"),
                Strength.valueOf(row.getString("strength")));
    }
}
