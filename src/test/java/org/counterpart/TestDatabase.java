// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterpart.postgres.Postgres;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The real PostgreSQL, started once for all tests, with a new database for each application context.
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path FOLDER = Path.of("target", "test-postgres");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Postgres server;

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
                            "counterpart.db.user=" + Postgres.USER,
                            "counterpart.db.password=" + password)
                    .applyTo(context);
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException("No database for the test context.", broken);
        }
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
