// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.counterpart.Reader;

/// A demonstration in a process of its own, which can be killed together with its database and its watchdog.
final class KilledServer {
    private final Path data;
    private final int port;
    private Process process;

    private KilledServer(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static KilledServer start(Path data) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var server = new KilledServer(data, port, launch(data, port));
        server.await();
        return server;
    }

    void startAgain() throws IOException {
        process = launch(data, port);
        await();
    }

    Reader owner() {
        var owner = new Reader(port);
        owner.open("/sign-in");
        owner.press("/demonstration/entry", "as", "owner");
        return owner;
    }

    /// SIGKILL to the server, the watchdog and every process of the database.
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        var programs = data.toAbsolutePath().toString();
        ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .command()
                        .filter(command -> command.startsWith(programs))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets it stop the way that it stops for people.
    void stop() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            try {
                if (new Reader(port).open("/sign-in").status() == 200) {
                    return;
                }
            } catch (IllegalStateException notYet) {
                pause();
            }
        }
        throw new AssertionError("The server did not start; see target/killed-server.log.");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(Path data, int port) {
        var path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            path,
                            "org.counterpart.cli.Main",
                            "serve",
                            "--demo",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/killed-server.log"))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
