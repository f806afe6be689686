// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.counterpart.postgres.Postgres.Durability;
import org.counterpart.web.CannotStart;
import org.counterpart.web.Saying;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_written_is_there_after_a_restart() throws IOException, SQLException {
        try (var postgres = Postgres.start(folder, Durability.KEEP_EVERYTHING)) {
            write(postgres, "create table kept (word text); insert into kept values ('yes')");
        }
        try (var postgres = Postgres.start(folder, Durability.KEEP_EVERYTHING)) {
            assertThat(word(postgres)).isEqualTo("yes");
        }
    }

    @Test
    void what_was_written_is_there_after_the_server_and_its_children_were_killed() throws IOException, SQLException {
        var killed = Postgres.start(folder, Durability.KEEP_EVERYTHING);
        write(killed, "create table kept (word text); insert into kept values ('yes')");
        var program = folder.toRealPath().toString();
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.startsWith(program))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        killed.close();

        try (var postgres = Postgres.start(folder, Durability.KEEP_EVERYTHING)) {
            assertThat(word(postgres)).isEqualTo("yes");
        }
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_with_what_to_do() {
        try (var _ = Postgres.start(folder, Durability.FORGET_FOR_TESTS)) {
            assertThatThrownBy(() -> Postgres.start(folder, Durability.FORGET_FOR_TESTS))
                    .isInstanceOfSatisfying(
                            CannotStart.class,
                            refused -> assertThat(refused.why())
                                    .isEqualTo(Saying.of("cannot-start.running", folder.toString())));
        }
    }

    @Test
    void the_password_is_readable_by_the_owner_alone() throws IOException {
        try (var _ = Postgres.start(folder, Durability.FORGET_FOR_TESTS)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.password")))
                    .hasSize(2);
        }
    }

    @Test
    void a_processor_without_binaries_is_named_with_the_way_out() {
        assertThatThrownBy(() -> new Platform("Linux", "riscv64").binaries())
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo(Saying.of("cannot-start.platform", "Linux", "riscv64")));
    }

    @Test
    void both_processors_that_are_promised_have_their_binaries() throws IOException {
        try (var intel = new Platform("Linux", "amd64").binaries();
                var arm = new Platform("Linux", "aarch64").binaries()) {
            assertThat(intel.read()).isNotNegative();
            assertThat(arm.read()).isNotNegative();
        }
    }

    private static void write(Postgres postgres, String sql) throws IOException, SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String word(Postgres postgres) throws IOException, SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from kept")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Postgres postgres) throws IOException, SQLException {
        return DriverManager.getConnection(postgres.url("postgres"), Postgres.USER, postgres.password());
    }
}
