// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterpart.postgres.Postgres;
import org.counterpart.postgres.RuntimeRole;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/// The real PostgreSQL, started once for all tests, with a new database for each application context.
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path FOLDER = Path.of("target", "test-postgres");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Postgres server;
    private static @Nullable RuntimeRole runtime;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var postgres = server();
        var name = "counterpart_%d_%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        try {
            var password = postgres.password();
            try (var connection = DriverManager.getConnection(postgres.url("postgres"), Postgres.USER, password);
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            TestPropertyValues.of(
                            "counterpart.db.url=" + postgres.url(name),
                            "counterpart.audit.anchors=" + Path.of("target", "test-anchors", name + ".log"),
                            "counterpart.db.user=" + Postgres.USER,
                            "counterpart.db.password=" + password,
                            "counterpart.db.app-user="
                                    + runtime(postgres, password).name(),
                            "counterpart.db.app-password="
                                    + runtime(postgres, password).password())
                    .applyTo(context);
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException("No database for the test context.", broken);
        }
    }

    /// One for all contexts, since each new password ends the one before.
    private static synchronized RuntimeRole runtime(Postgres postgres, String password) {
        if (runtime == null) {
            runtime = RuntimeRole.make(postgres.url("postgres"), Postgres.USER, password);
        }
        return runtime;
    }

    /// By the one role for which no row-level security holds.
    static Connection unbound(ConfigurableEnvironment environment) throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("counterpart.db.url"),
                environment.getRequiredProperty("counterpart.db.user"),
                environment.getRequiredProperty("counterpart.db.password"));
    }

    private static synchronized Postgres server() {
        if (server == null) {
            try {
                Files.createDirectories(FOLDER);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            server = Postgres.start(FOLDER, Postgres.Durability.FORGET_FOR_TESTS);
        }
        return server;
    }
}
