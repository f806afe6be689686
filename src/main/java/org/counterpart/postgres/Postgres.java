// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.counterpart.web.CannotStart;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of our own, running from [#start] to [#close]. Its data outlive it, also when this process
/// or the server is killed: a watchdog holds the other end of a pipe and stops the server when this process is
/// gone, and a server left over from before is stopped before a new one starts. One process a folder.
public final class Postgres implements AutoCloseable {
    public static final String USER = "postgres";
    private static final String VERSION = "18.6.0";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final FileLock lock;
    private final Commands commands;
    private final Path data;
    private @Nullable Process watchdog;
    private int port;

    private Postgres(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
        this.data = folder.resolve("postgres");
        this.commands = Commands.in(folder.resolve("postgres-" + VERSION).resolve("bin"));
    }

    /// How much the server may forget if the machine loses power.
    public enum Durability {
        KEEP_EVERYTHING,
        FORGET_FOR_TESTS
    }

    /// Starts the server with its data in a folder, which is made where it is missing.
    public static Postgres start(Path folder, Durability durability) {
        try {
            Files.createDirectories(folder);
            var postgres = new Postgres(folder.toRealPath(), lock(folder.toRealPath()));
            try {
                postgres.prepare();
                postgres.launch(durability);
                return postgres;
            } catch (IOException | RuntimeException failed) {
                postgres.lock.channel().close();
                throw failed;
            }
        } catch (IOException broken) {
            throw new CannotStart("cannot-start.folder", folder.toString(), String.valueOf(broken.getMessage()));
        }
    }

    /// Whether a process holds the folder, this one included.
    static boolean isRunning(Path folder) throws IOException {
        try {
            lock(folder.toRealPath()).channel().close();
            return false;
        } catch (CannotStart held) {
            return true;
        }
    }

    public String url(String database) {
        return url(port, database);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=2&socketTimeout=30&tcpKeepAlive=true"
                .formatted(port, database);
    }

    public String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    /// Stops the server and waits until it is gone.
    @Override
    public void close() {
        try {
            if (watchdog != null) {
                watchdog.getOutputStream().close();
                watchdog.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            lock.channel().close();
        } catch (IOException broken) {
            throw new IllegalStateException("The database in %s did not stop.".formatted(folder), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        var channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException held) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new CannotStart("cannot-start.running", folder.toString());
        }
        return lock;
    }

    private void prepare() throws IOException {
        var programs = folder.resolve("postgres-" + VERSION);
        if (!Files.isDirectory(programs)) {
            try (var packed = Platform.here().binaries()) {
                Unpacking.unpack(packed, programs);
            }
        }
        if (!Files.isDirectory(data)) {
            initialise();
        }
        var major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!VERSION.startsWith(major + ".")) {
            throw new CannotStart("cannot-start.version", folder.toString(), major, VERSION);
        }
    }

    private void initialise() throws IOException {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(secret) + "\n");
        var draft = folder.resolve("postgres-draft");
        Trees.delete(draft);
        commands.run(
                "initdb",
                "-D",
                draft.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions");
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void launch(Durability durability) throws IOException {
        stopLeftOver();
        port = freePort();
        Files.writeString(folder.resolve("port"), Integer.toString(port));
        commands.run(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                "30",
                "-s",
                "-D",
                data.toString(),
                "-l",
                folder.resolve("postgres.log").toString(),
                "-o",
                String.join(" ", options(durability)));
        watchdog = watch();
    }

    private List<String> options(Durability durability) {
        var settings = new java.util.LinkedHashMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", Integer.toString(port),
                "timezone", "UTC",
                "log_timezone", "UTC",
                "shared_buffers", "32MB",
                "max_connections", "40",
                "idle_in_transaction_session_timeout", "60s",
                "tcp_user_timeout", "20s"));
        if (durability == Durability.FORGET_FOR_TESTS) {
            settings.putAll(Map.of(
                    "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "200"));
        }
        var options = new ArrayList<String>();
        settings.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        options.addAll(List.of("-c", "unix_socket_directories="));
        return options;
    }

    /// A child that waits for our end of its input to close, which happens however this process ends.
    private Process watch() throws IOException {
        var stop = String.join(
                " ",
                commands.line("pg_ctl", "stop", "-s", "-w", "-m", "fast", "-D", data.toString()).stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .toList());
        return new ProcessBuilder("sh", "-c", "trap '' INT TERM HUP; cat >/dev/null; exec " + stop)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Ends a server that an earlier, killed process left behind. We hold the folder's lock, so it is nobody's.
    private void stopLeftOver() throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() || !lines.getFirst().matches("\\d+") ? -1 : Long.parseLong(lines.getFirst());
        var left = ours();
        left.stream().filter(process -> process.pid() == pid).forEach(process -> interrupt(process.pid()));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ours().isEmpty() && System.nanoTime() < until) {
            pause();
        }
        ours().forEach(ProcessHandle::destroyForcibly);
        Files.deleteIfExists(pidFile);
    }

    private List<ProcessHandle> ours() {
        var program = folder.resolve("postgres-" + VERSION)
                .resolve("bin")
                .resolve("postgres")
                .toString();
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().command().filter(program::equals).isPresent())
                .toList();
    }

    private static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        } catch (IOException gone) {
            throw new CannotStart("cannot-start.left-over", pid);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path passwordFile() {
        return folder.resolve("postgres.password");
    }
}
