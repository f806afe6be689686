// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpart.enrolment.country.Standing.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How representatives stand, by country, and how many people the roster has in each.
@Repository
class Standings {
    private final JdbcClient jdbc;
    private final Countries countries;

    Standings(JdbcClient jdbc, Countries countries) {
        this.jdbc = jdbc;
        this.countries = countries;
    }

    Map<String, Standing> of(UUID programmeId) {
        return jdbc
                .sql("select * from country_standing where programme_id = :programme")
                .param("programme", programmeId)
                .query((row, _) -> new Standing(
                        row.getString("country"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        row.getDate("since").toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::country, Function.identity()));
    }

    void save(UUID programmeId, Standing standing) {
        jdbc.sql("""
                        insert into country_standing (programme_id, country, kind, reference, since) \
                        values (:programme, :country, :kind, :reference, :since) on conflict (programme_id, country) \
                        do update set kind = excluded.kind, reference = excluded.reference, since = excluded.since""")
                .param("programme", programmeId)
                .param("country", standing.country())
                .param("kind", standing.kind().name())
                .param("reference", standing.reference())
                .param("since", standing.since())
                .update();
    }

    /// How many of the roster work in each country that has rules, and in others, by code.
    Map<String, Integer> people() {
        var people = new TreeMap<String, Integer>();
        jdbc.sql("select country, count(*) as people from person group by country")
                .query((row, _) ->
                        Map.entry(countries.of(row.getString("country")).code(), row.getInt("people")))
                .list()
                .forEach(each -> people.merge(each.getKey(), each.getValue(), Integer::sum));
        return people;
    }
}
