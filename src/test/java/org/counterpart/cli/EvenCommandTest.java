// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvenCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);
    private Path out = Path.of("");

    @BeforeEach
    void startAnew() {
        counterpart = new CommandLineFixture(folder);
        out = folder.resolve("out");
    }

    @Test
    void the_next_worst_off_pair_comes_before_the_total() throws IOException {
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,1\nb,y,2\nc,z,90\nb,z,3\nc,y,4\n");

        assertThat(counterpart.run("match", "--edges", edges, "--goals", "worst,even", "--out", out))
                .isZero();

        assertThat(Files.readString(out.resolve("pairs.csv"))).contains("b,z,3").contains("c,y,4");
        assertThat(counterpart.run("verify", out)).isZero();
        assertThat(counterpart.out).contains("a better next worst-off pair");
    }

    @Test
    void results_of_every_kind_verify() throws IOException {
        var random = new Random(11);
        for (int attempt = 0; attempt < 30; attempt++) {
            var edges = new StringBuilder("mentor,mentee,benefit\n");
            for (int mentor = 0; mentor < 9; mentor++) {
                for (int mentee = 6; mentee < 16; mentee++) {
                    if (mentor != mentee && random.nextInt(3) > 0) {
                        edges.append("p%d,p%d,%d.%d\n".formatted(mentor, mentee, random.nextInt(9), random.nextInt(3)));
                    }
                }
            }
            var file = counterpart.file("edges.csv", edges.toString());
            var places = counterpart.file("places.csv", "person,capacity\np1,2\np12,3\n");

            assertThat(counterpart.run(
                            "match", "--edges", file, "--capacities", places, "--goals", "worst,even", "--out", out))
                    .isZero();

            assertThat(counterpart.run("verify", out)).as(counterpart.out).isZero();
        }
    }

    @Test
    void a_level_left_out_of_the_proof_is_found() throws IOException {
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,1\nb,y,2\nc,z,90\nb,z,3\nc,y,4\n");
        counterpart.run("match", "--edges", edges, "--goals", "worst,even", "--out", out);
        var forged = new Forgery(out);

        forged.within("even", "\"level\" : 3", "\"level\" : 5").sealAgain();

        assertThat(counterpart.run("verify", out)).isEqualTo(1);
        assertThat(counterpart.out).contains("Not verified: certificate.json, even, part 1");
    }

    @Test
    void even_without_worst_before_it_is_refused() throws IOException {
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,1\n");

        assertThat(counterpart.run("match", "--edges", edges, "--goals", "even,worst", "--out", out))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("even after worst");
    }
}
