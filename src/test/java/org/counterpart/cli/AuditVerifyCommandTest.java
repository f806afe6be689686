// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.counterpart.audit.verifier.Anchor;
import org.counterpart.postgres.Postgres;
import org.counterpart.postgres.Postgres.Durability;
import org.counterpart.postgres.RuntimeRole;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log of a stopped server, of a running one, and of a PostgreSQL that somebody else runs.
class AuditVerifyCommandTest {
    @TempDir
    private static Path folder = Path.of("");

    private static final CommandLineFixture COMMAND = new CommandLineFixture(Path.of(""));

    @BeforeAll
    static void a_server_ran_and_three_events_happened() throws IOException, SQLException {
        try (var postgres = Postgres.start(folder, Durability.FORGET_FOR_TESTS)) {
            var url = postgres.url("postgres");
            var role = RuntimeRole.make(url, Postgres.USER, postgres.password());
            Flyway.configure()
                    .dataSource(url, Postgres.USER, postgres.password())
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("runtime", role.name()))
                    .load()
                    .migrate();
            sql(postgres, """
                    insert into audit_event (at, kind, about) \
                    select now(), 'RULES_CHANGED', '{}' from generate_series(1, 3)""");
            var anchors = Files.createDirectories(folder.resolve("anchors")).resolve("audit.log");
            Files.writeString(anchors, anchor(postgres, 2));
        }
    }

    @Test
    void a_log_that_is_whole_is_told_with_how_far_the_anchors_reach() {
        assertThat(COMMAND.run("audit", "verify", "--data", folder)).isZero();
        assertThat(COMMAND.out).isEqualTo("""
                        Yes: 3 events without a gap, each chained to the one before and as it was written.
                        1 anchor agrees.
                        For the last event only the chain speaks, until it is anchored.
                        """);
        assertThat(COMMAND.run("audit", "verify", "--json", "--data", folder)).isZero();
        assertThat(COMMAND.out)
                .isEqualTo("{\"verified\":true,\"events\":3,\"anchors\":1,\"unanchored\":1,\"past\":0}\n");
    }

    @Test
    void a_running_server_is_asked_and_goes_on() throws IOException, SQLException {
        try (var postgres = Postgres.start(folder, Durability.FORGET_FOR_TESTS)) {
            assertThat(COMMAND.run("audit", "verify", "--data", folder)).isZero();
            sql(postgres, "select 1");
        }
    }

    @Test
    void an_event_that_was_altered_is_named_and_the_answer_is_no() throws IOException, SQLException {
        try (var postgres = Postgres.start(folder, Durability.FORGET_FOR_TESTS)) {
            sql(
                    postgres,
                    "set session_replication_role = replica; update audit_event set reason = 'X' where number = 3");
            var address =
                    "%s&user=%s&password=%s".formatted(postgres.url("postgres"), Postgres.USER, postgres.password());
            var anchors = folder.resolve("anchors").resolve("audit.log");

            assertThat(COMMAND.run("audit", "verify", "--database", address, "--anchors", anchors))
                    .isEqualTo(Main.NO);
            assertThat(COMMAND.out).isEqualTo("No: Event 3 was altered: it is not what its hash was made of.\n");
            assertThat(COMMAND.run("audit", "verify", "--json", "--database", address, "--anchors", anchors))
                    .isEqualTo(Main.NO);
            assertThat(COMMAND.out).startsWith("{\"verified\":false,\"fault\":\"ALTERED\",\"first\":3,\"last\":3,");
            sql(postgres, "set session_replication_role = replica; delete from audit_event where number > 1");
            assertThat(COMMAND.run("audit", "verify", "--data", folder)).isEqualTo(Main.NO);
            assertThat(COMMAND.out).startsWith("No: Event 2 is missing at the end of the log; the anchor of 20");

            sql(postgres, "set session_replication_role = replica; delete from audit_event");
            sql(postgres, """
                    insert into audit_event (at, kind, about) \
                    select now(), 'RULES_CHANGED', '{}' from generate_series(1, 3)""");
            Files.writeString(anchors, anchor(postgres, 2));
        }
    }

    @Test
    void without_anchors_nothing_is_vouched_for() throws IOException {
        var anchors = folder.resolve("anchors").resolve("audit.log");
        var kept = Files.readString(anchors);
        Files.delete(anchors);

        assertThat(COMMAND.run("audit", "verify", "--data", folder)).isEqualTo(Main.NO);
        assertThat(COMMAND.out).contains("nothing outside the database vouches for it");
        assertThat(COMMAND.run("audit", "verify", "--data", folder, "--anchors", anchors))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(COMMAND.err).startsWith("The anchors in " + anchors + " cannot be read: ");

        Files.writeString(anchors, kept);
    }

    @Test
    void a_folder_without_a_database_and_an_address_that_is_none_are_bad_input(@TempDir Path empty) throws IOException {
        var command = new CommandLineFixture(empty);
        assertThat(command.run("audit", "verify", "--data", empty)).isEqualTo(Main.BAD_INPUT);
        assertThat(command.err).startsWith("There is no database in " + empty + ".");
        assertThat(empty).isEmptyDirectory();
        assertThat(command.run("audit", "verify", "--database", "mysql://x")).isEqualTo(Main.BAD_INPUT);
        assertThat(command.err).contains("jdbc:postgresql://host:5432/database");
        assertThat(command.run("audit")).isEqualTo(Main.BAD_INPUT);
    }

    private static String anchor(Postgres postgres, long number) throws IOException, SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.url("postgres"), Postgres.USER, postgres.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select hash, at from audit_event where number = " + number)) {
            row.next();
            var at = row.getTimestamp(2).toInstant();
            return new Anchor(at, number, row.getBytes(1), at).line() + "\n";
        }
    }

    private static void sql(Postgres postgres, String sql) throws IOException, SQLException {
        try (var connection =
                        DriverManager.getConnection(postgres.url("postgres"), Postgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
