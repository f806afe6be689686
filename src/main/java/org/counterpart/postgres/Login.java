// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// How to sign in at a database.
record Login(String url, String user, String password) {
    JdbcConnectionDetails toWork() {
        return new Working(url, user, password);
    }

    FlywayConnectionDetails toMigrate() {
        return new Migrating(url, user, password);
    }

    private record Working(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record Migrating(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}
