// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Those who run the programmes, by their address.
@Repository
public class Owners {
    private final JdbcClient jdbc;

    Owners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean none() {
        return jdbc.sql("select count(*) from owner").query(Integer.class).single() == 0;
    }

    public Optional<String> nameOf(String email) {
        return jdbc.sql("select name from owner where email = :email")
                .param("email", email)
                .query(String.class)
                .optional();
    }

    public void add(String email, String name, Instant since) {
        jdbc.sql("insert into owner (email, name, since) values (:email, :name, :since)")
                .param("email", email)
                .param("name", name)
                .param("since", Timestamp.from(since))
                .update();
    }
}
