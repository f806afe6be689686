// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Everyone the employer's records name.
@Repository
public class People {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    People(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// All of them by id.
    public Map<String, Person> all() {
        var people = new LinkedHashMap<String, Person>();
        jdbc.sql("select * from person order by id")
                .query(People::person)
                .list()
                .forEach(person -> people.put(person.id(), person));
        return people;
    }

    /// Those of them that there are, by id.
    public Map<String, Person> of(Set<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from person where id in (:ids)")
                .param("ids", ids)
                .query(People::person)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Person::id, person -> person));
    }

    /// Changes whenever anybody does: every row carries the number of the transaction that wrote it, so what is
    /// written adds to the sum and what is removed takes from the count.
    public String version() {
        return jdbc.sql("select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from person")
                .query(String.class)
                .single();
    }

    public Optional<Person> find(String id) {
        return jdbc.sql("select * from person where id = :id")
                .param("id", id)
                .query(People::person)
                .optional();
    }

    /// Somebody whom whoever asks is or was paired with: name, department and site, and the address once both accepted.
    /// The database gives no more of them.
    public Optional<Person> counterpart(String id) {
        return jdbc.sql("select id, name, department, site, email from counterpart(:id)")
                .param("id", id)
                .query((row, _) -> new Person(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("email"),
                        null,
                        row.getString("department"),
                        row.getString("site"),
                        null,
                        null,
                        Set.of(),
                        null))
                .optional();
    }

    /// What somebody whom whoever asks is or was paired with is called; their id where nobody is there any longer.
    public String nameOfCounterpart(String id) {
        return find(id).or(() -> counterpart(id)).map(Person::name).orElse(id);
    }

    public Optional<Person> byEmail(String email) {
        return jdbc.sql("select * from person where email = :email")
                .param("email", email.toLowerCase(Locale.ROOT))
                .query(People::person)
                .optional();
    }

    /// Adds new people and replaces what is known of others. Managers may come later in the same transaction.
    public void save(Collection<Person> people) {
        batches.batchUpdate("""
                insert into person (id, name, email, level, department, site, country, timezone, languages, manager_id, \
                contract) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set name = excluded.name, \
                email = excluded.email, level = excluded.level, department = excluded.department, \
                site = excluded.site, country = excluded.country, timezone = excluded.timezone, \
                languages = excluded.languages, manager_id = excluded.manager_id, \
                contract = excluded.contract""", people, 500, (statement, person) -> {
            var zone = person.timezone();
            statement.setString(1, person.id());
            statement.setString(2, person.name());
            statement.setString(3, person.email());
            statement.setObject(4, person.level());
            statement.setString(5, person.department());
            statement.setString(6, person.site());
            statement.setString(7, person.country());
            statement.setString(8, zone == null ? null : zone.getId());
            statement.setArray(
                    9,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "text", person.languages().stream().sorted().toArray()));
            statement.setString(10, person.managerId());
            statement.setString(11, person.contract());
        });
    }

    private static Person person(ResultSet row, int index) throws SQLException {
        var zone = row.getString("timezone");
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getObject("level", Integer.class),
                row.getString("department"),
                row.getString("site"),
                row.getString("country"),
                zone == null ? null : ZoneId.of(zone),
                Set.of(texts(row.getArray("languages"))),
                row.getString("manager_id"),
                row.getString("contract"));
    }

    private static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
