// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds whom an erasure is about: somebody of the roster, or somebody else who has an account.
@Repository
public class Subjects {
    private static final String ALL = """
            select person.id, account.id as account_id, coalesce(person.email, account.email) as email, \
            coalesce(person.name, account.name) as name from person full join account on person_id = person.id""";

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By id in the roster or by address. Whoever the roster names by an id goes before somebody with that address, and
    /// whoever it names at all before somebody else with the same one.
    public Optional<Subject> find(String idOrEmail) {
        return jdbc.sql(ALL + """
                         where person.id = :key or coalesce(person.email, account.email) = lower(:key) \
                        order by person.id = :key desc nulls last limit 1""")
                .param("key", idOrEmail.strip())
                .query(Subjects::subject)
                .optional();
    }

    /// Somebody who is signed in, whoever else has their address by now.
    public Optional<Subject> of(UUID accountId) {
        return jdbc.sql(ALL + " where account.id = :account")
                .param("account", accountId)
                .query(Subjects::subject)
                .optional();
    }

    private static Subject subject(ResultSet row, int index) throws SQLException {
        return new Subject(
                row.getString("id"), row.getString("account_id"), row.getString("email"), row.getString("name"));
    }
}
