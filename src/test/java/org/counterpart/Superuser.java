// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.env.ConfigurableEnvironment;

/// Whoever owns the database server: no policy holds for them, and they switch triggers off.
public class Superuser {
    private final ConfigurableEnvironment environment;

    Superuser(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    public Connection connects() throws SQLException {
        return TestDatabase.unbound(environment);
    }

    public void does(String deed) {
        try (var connection = connects();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(deed);
        } catch (SQLException broken) {
            throw new IllegalStateException(deed, broken);
        }
    }
}
