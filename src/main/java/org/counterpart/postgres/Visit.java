// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.counterpart.web.CannotStart;
import org.jspecify.annotations.Nullable;

/// One connection for a command, without Spring. Our own database is started for as long as the visit lasts, unless a
/// server runs it already.
public final class Visit implements AutoCloseable {
    private final Connection connection;
    private final @Nullable Postgres started;

    private Visit(Connection connection, @Nullable Postgres started) {
        this.connection = connection;
        this.started = started;
    }

    /// To the database that we brought along, with its data in a folder.
    public static Visit toOurs(Path folder) throws SQLException {
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new CannotStart("cannot-start.no-data", folder.toString());
        }
        try {
            return Postgres.isRunning(folder) ? toRunning(folder) : start(folder);
        } catch (IOException unreadable) {
            throw new CannotStart("cannot-start.folder", folder.toString(), String.valueOf(unreadable.getMessage()));
        }
    }

    /// To a PostgreSQL that somebody else runs.
    public static Visit to(String url, @Nullable String user, @Nullable String password) throws SQLException {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart("cannot-start.url");
        }
        return new Visit(DriverManager.getConnection(url, user, password), null);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            if (started != null) {
                started.close();
            }
        }
    }

    private static Visit toRunning(Path folder) throws SQLException, IOException {
        int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        var password = Files.readString(folder.resolve("postgres.password")).strip();
        return new Visit(DriverManager.getConnection(Postgres.url(port, "postgres"), Postgres.USER, password), null);
    }

    private static Visit start(Path folder) throws SQLException, IOException {
        var postgres = Postgres.start(folder, Postgres.Durability.KEEP_EVERYTHING);
        try {
            return new Visit(
                    DriverManager.getConnection(postgres.url("postgres"), Postgres.USER, postgres.password()),
                    postgres);
        } catch (SQLException | IOException broken) {
            postgres.close();
            throw broken;
        }
    }
}
