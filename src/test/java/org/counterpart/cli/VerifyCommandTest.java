// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);
    private Path out = Path.of("");

    @BeforeEach
    void matchSomePairs() throws IOException {
        counterpart = new CommandLineFixture(folder);
        out = folder.resolve("out");
        var edges = new StringBuilder("mentor,mentee,benefit\n");
        var random = new Random(5);
        for (int mentor = 0; mentor < 6; mentor++) {
            for (int mentee = 4; mentee < 11; mentee++) {
                if (mentor != mentee) {
                    edges.append("p%d,p%d,%d\n".formatted(mentor, mentee, random.nextInt(20)));
                }
            }
        }
        counterpart.run("match", "--edges", counterpart.file("edges.csv", edges.toString()), "--out", out);
    }

    @Test
    void an_untouched_result_verifies() {
        assertThat(counterpart.run("verify", out)).isZero();
    }

    @Test
    void a_byte_changed_put_in_or_taken_out_anywhere_is_found() throws IOException {
        var random = new Random(7);
        for (var name : List.of(
                "pairs.csv", "unmatched.csv", "edges.csv", "capacities.csv", "report.html", "certificate.json")) {
            var original = Files.readAllBytes(out.resolve(name));
            for (int attempt = 0; attempt < 60; attempt++) {
                Files.write(out.resolve(name), tampered(original, random));
                assertThat(counterpart.run("verify", out)).as(name).isEqualTo(1);
                assertThat(counterpart.out).startsWith("Not verified: ");
            }
            Files.write(out.resolve(name), original);
        }
        assertThat(counterpart.run("verify", out)).isZero();
    }

    @Test
    void a_missing_file_and_a_foreign_file_are_found() throws IOException {
        Files.write(out.resolve("extra.csv"), new byte[] {1});
        assertThat(counterpart.run("verify", out)).isEqualTo(1);
        Files.delete(out.resolve("extra.csv"));
        Files.delete(out.resolve("report.html"));
        assertThat(counterpart.run("verify", out)).isEqualTo(1);
        assertThat(counterpart.out).contains("report.html is missing");
    }

    @Test
    void prices_lowered_under_a_renewed_seal_are_found_by_the_edges_they_no_longer_cover() throws IOException {
        var forged = new Forgery(out);

        forged.replace("certificate.json", "\"per_pair\" : 0", "\"per_pair\" : -1");
        forged.sealAgain();

        assertThat(counterpart.run("verify", out)).isEqualTo(1);
        assertThat(counterpart.out).contains("the prices do not cover");
    }

    @Test
    void somewhere_without_a_result_is_bad_input() {
        assertThat(counterpart.run("verify", folder.resolve("nowhere"))).isEqualTo(2);
    }

    private static byte[] tampered(byte[] original, Random random) {
        int at = random.nextInt(original.length);
        var changed = original.clone();
        switch (random.nextInt(3)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(7));
            case 1 -> {
                changed = new byte[original.length + 1];
                System.arraycopy(original, 0, changed, 0, at);
                changed[at] = 'x';
                System.arraycopy(original, at, changed, at + 1, original.length - at);
            }
            default -> {
                changed = new byte[original.length - 1];
                System.arraycopy(original, 0, changed, 0, at);
                System.arraycopy(original, at + 1, changed, at, original.length - at - 1);
            }
        }
        return changed;
    }
}
