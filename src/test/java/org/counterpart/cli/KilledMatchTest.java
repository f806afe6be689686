// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stops a matching in a process of its own while it reads, solves and writes.
class KilledMatchTest {
    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);
    private Path edges = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void inviteMany() throws IOException {
        counterpart = new CommandLineFixture(folder);
        out = folder.resolve("out");
        var random = new Random(1);
        var lines = new StringBuilder("mentor,mentee,benefit\n");
        for (int mentor = 0; mentor < 600; mentor++) {
            for (int mentee = 0; mentee < 600; mentee++) {
                if (random.nextInt(5) > 0) {
                    lines.append("m%d,n%d,%d\n".formatted(mentor, mentee, random.nextInt(1000)));
                }
            }
        }
        edges = counterpart.file("edges.csv", lines.toString());
    }

    @ParameterizedTest(name = "{0} after {1} ms")
    @CsvSource({"INT, 700", "TERM, 1500", "KILL, 1000", "KILL, 2500"})
    void nothing_is_there_after_a_signal_and_a_second_start_works(String signal, int delay) throws Exception {
        var running = start();
        TimeUnit.MILLISECONDS.sleep(delay);
        long asked = System.nanoTime();
        send(signal, running);

        assertThat(running.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(15));
        // A signal may still meet the program once the whole result is in its place.
        if (running.exitValue() == 0 || Files.exists(out)) {
            assertThat(counterpart.run("verify", out)).isZero();
        }
        startsAgain();
    }

    @ParameterizedTest(name = "{0} {1} ms after writing began")
    @CsvSource({"TERM, 0", "TERM, 40", "KILL, 0", "KILL, 40", "KILL, 150"})
    void an_earlier_result_stays_or_the_new_one_is_there(String signal, int delay) throws Exception {
        var few = counterpart.file("few.csv", "mentor,mentee,benefit\na,x,1\n");
        counterpart.run("match", "--edges", few, "--out", out);
        var running = start();
        while (!Files.exists(folder.resolve(".out.unfinished")) && running.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(delay);
        send(signal, running);
        running.waitFor();

        assertThat(counterpart.run("verify", out)).as(counterpart.out).isZero();
        assertThat(counterpart.out).containsAnyOf("Verified: 1 pair,", "Verified: 600 pairs,");
        startsAgain();
    }

    @Test
    void a_result_that_was_set_aside_when_all_ended_comes_back() throws IOException {
        var few = counterpart.file("few.csv", "mentor,mentee,benefit\na,x,1\n");
        counterpart.run("match", "--edges", few, "--out", out);
        Files.move(out, folder.resolve(".out.earlier"));
        Files.createDirectory(folder.resolve(".out.unfinished"));
        Files.writeString(folder.resolve(".out.unfinished/pairs.csv"), "mentor,men");

        assertThat(counterpart.run("match", "--edges", few, "--out", out)).isZero();

        assertThat(counterpart.run("verify", out)).isZero();
        assertThat(beside()).containsExactly("edges.csv", "few.csv", "out");
    }

    @Test
    void one_run_at_a_time_writes_there() throws IOException {
        var few = counterpart.file("few.csv", "mentor,mentee,benefit\na,x,1\n");
        try (var other =
                FileChannel.open(folder.resolve(".out.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.lock().isValid()).isTrue();

            assertThat(counterpart.run("match", "--edges", few, "--out", out)).isEqualTo(2);
        }
        assertThat(counterpart.err).contains("out: another run is writing there; wait for it");
        assertThat(out).doesNotExist();
        assertThat(counterpart.run("match", "--edges", few, "--out", out)).isZero();
    }

    private void startsAgain() throws IOException {
        assertThat(counterpart.run("match", "--edges", edges, "--out", out)).isZero();
        assertThat(counterpart.run("verify", out)).isZero();
        assertThat(counterpart.out).startsWith("Verified: 600 pairs,");
        assertThat(beside()).doesNotContain(".out.unfinished", ".out.earlier", ".out.lock");
    }

    private List<String> beside() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.counterpart.cli.Main",
                        "match",
                        "--edges",
                        edges.toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-match.log"))
                .start();
    }

    private static void send(String signal, Process process) throws Exception {
        if (process.isAlive()) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
