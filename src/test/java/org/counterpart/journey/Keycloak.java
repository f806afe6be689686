// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A real Keycloak in a process of its own, with the realm `company` of the test's resources. Maven unpacks it.
final class Keycloak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path REALM = Path.of("src", "test", "resources", "keycloak", "company.json");

    final String issuer;
    private final Process process;
    private final Thread whenTestsAreStopped = new Thread(this::end);

    /// @param port on which Counterpart is reached
    Keycloak(int port) {
        int own = freePort();
        issuer = "http://localhost:%d/realms/company".formatted(own);
        try {
            var home = home();
            var realm = Files.createDirectories(home.resolve("data").resolve("import"))
                    .resolve("company.json");
            Files.writeString(realm, Files.readString(REALM).replace("PORT", String.valueOf(port)));
            var start = new ProcessBuilder(
                            "bash",
                            home.resolve("bin").resolve("kc.sh").toString(),
                            "start-dev",
                            "--http-host=localhost",
                            "--http-port=" + own,
                            "--db=dev-mem",
                            "--cache=local",
                            "--import-realm")
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "keycloak.log").toFile());
            start.environment().put("JAVA_HOME", System.getProperty("java.home"));
            start.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
            process = start.start();
            Runtime.getRuntime().addShutdownHook(whenTestsAreStopped);
        } catch (IOException broken) {
            throw new UncheckedIOException("Keycloak did not start.", broken);
        }
    }

    /// Waits until it answers.
    void ready() throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var asked = HttpRequest.newBuilder(URI.create(issuer))
                .timeout(Duration.ofSeconds(30))
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (client.send(asked, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Asked again below.
            }
            Thread.sleep(500);
        }
        throw new AssertionError("Keycloak did not answer; its last words are in target/keycloak.log.");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(whenTestsAreStopped);
        end();
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path home() throws IOException {
        try (var folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin").resolve("kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No Keycloak in target/keycloak. Maven puts it there."));
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
