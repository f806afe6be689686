// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.counterpart.postgres.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that cannot start says why in one sentence, and with the exit code for bad input.
class ServeCommandTest {
    private final StringWriter told = new StringWriter();

    @Test
    void a_port_that_does_not_exist_is_refused() {
        assertThat(serve("--port", "70000")).isEqualTo(Main.BAD_INPUT);
        assertThat(told).hasToString("--port \"70000\": must be 1 to 65535\n");
    }

    @Test
    void data_that_another_server_uses_are_left_alone(@TempDir Path data) {
        try (var _ = Postgres.start(data, Postgres.Durability.FORGET_FOR_TESTS)) {
            assertThat(serve("--port", "8099", "--data", data.toString())).isEqualTo(Main.BAD_INPUT);
            assertThat(told.toString()).startsWith("Counterpart is already running on the data in ");
        }
    }

    @Test
    void a_port_that_is_taken_is_told_and_the_database_stops_again(@TempDir Path data) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            assertThat(serve("--port", Integer.toString(taken.getLocalPort()), "--data", data.toString()))
                    .isEqualTo(Main.BAD_INPUT);
            assertThat(told.toString()).contains("is taken by another program");
        }
        Postgres.start(data, Postgres.Durability.FORGET_FOR_TESTS).close();
    }

    @Test
    void only_an_owner_is_let_in_again(@TempDir Path data) throws Exception {
        try (var free = new ServerSocket(0)) {
            free.close();
            var port = Integer.toString(free.getLocalPort());

            assertThat(serve("--port", port, "--data", data.toString(), "--recover", "nobody@x.example"))
                    .isEqualTo(Main.BAD_INPUT);
        }
        assertThat(told.toString()).startsWith("No owner has the address (nobody@x.example)");
    }

    private int serve(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.run(all, new PrintWriter(told, true), new PrintWriter(told, true));
    }
}
