// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an applicant can do who is given a proof and has never seen the list.
class DrawProofTest {
    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);
    private Path drawn = Path.of("");

    @BeforeEach
    void draw() throws IOException {
        counterpart = new CommandLineFixture(folder);
        drawn = folder.resolve("drawn");
        var text = new StringBuilder("id,site,word\n");
        for (int each = 0; each < 12; each++) {
            text.append("p%d,%s,word of p%d\n".formatted(each, each % 2 == 0 ? "Aarhus" : "Leeds", each));
        }
        var file = counterpart.file("applicants.csv", text.toString());
        assertThat(counterpart.run(
                        "draw",
                        file,
                        "--places",
                        4,
                        "--reserve",
                        2,
                        "--strata",
                        "site",
                        "--seed",
                        "known to few",
                        "--out",
                        drawn))
                .isZero();
    }

    @Test
    void everybody_gets_a_proof_of_their_own_place_that_names_nobody_else() throws IOException {
        for (int each = 0; each < 12; each++) {
            var proof = proof("p" + each);
            assertThat(Files.readString(proof))
                    .contains("word of p%d\"".formatted(each))
                    .containsOnlyOnce("word of p");

            assertThat(counterpart.run("draw", "--check", proof)).isZero();

            var list = counterpart.out.contains("starts now")
                    ? "start_now.csv"
                    : counterpart.out.contains("in reserve") ? "reserve.csv" : "comparison.csv";
            assertThat(Files.readString(drawn.resolve(list))).containsPattern("\\bp%d,".formatted(each));
        }
    }

    @Test
    void another_list_another_ticket_and_other_figures_are_found() throws IOException {
        var proof = proof("p3");
        var text = Files.readString(proof);
        var other = text.contains("\"comparison\"") ? "start_now" : "comparison";

        forged(proof, text, "\"list\" : \"(start_now|reserve|comparison)\"", "\"list\" : \"" + other + "\"");
        assertThat(counterpart.out).startsWith("No: the ticket belongs on another list of its stratum");
        forged(proof, text, "word of p3", "another word");
        assertThat(counterpart.out).startsWith("No: the ticket is not what seed, list, witness, id and word give");
        forged(proof, text, "\"leaf\" : \\d+", "\"leaf\" : 99");
        assertThat(counterpart.out).startsWith("No: the place is not among those that were published");
        forged(proof, text, "known to few", "known to all");
        assertThat(counterpart.out).startsWith("No: the seed is not the one that was committed to");
        forged(proof, text, "counterpart-draw-proof", "something else");
        assertThat(counterpart.out).startsWith("No: this is no proof of a place");
    }

    @Test
    void a_proof_of_another_draw_is_found_by_what_was_published() throws IOException {
        var proof = proof("p3");
        var zeros = "0".repeat(64);

        assertThat(counterpart.run("draw", "--check", proof, "--commitment", zeros))
                .isEqualTo(1);
        assertThat(counterpart.out).startsWith("No: this is not the seed that was committed to");
        assertThat(counterpart.run("draw", "--check", proof, "--list", zeros, "--json"))
                .isEqualTo(1);
        assertThat(counterpart.out).contains("\"holds\":false", "\"what\":\"PUBLISHED_LIST\"");
    }

    @Test
    void nobody_else_gets_one_and_a_forged_draw_gives_none() throws IOException {
        assertThat(counterpart.run("draw", "--check", drawn, "--prove", "nobody"))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("--prove \"nobody\": is nobody who applied");

        Files.delete(drawn.resolve("reserve.csv"));
        assertThat(counterpart.run("draw", "--check", drawn, "--prove", "p3")).isEqualTo(1);
        assertThat(counterpart.out).startsWith("No: reserve.csv is missing");
    }

    private Path proof(String id) throws IOException {
        assertThat(counterpart.run("draw", "--check", drawn, "--prove", id)).isZero();
        return counterpart.file("proof.json", counterpart.out);
    }

    private void forged(Path proof, String text, String pattern, String replacement) throws IOException {
        var forged = text.replaceFirst(pattern, replacement);
        assertThat(forged).isNotEqualTo(text);
        Files.writeString(proof, forged);
        assertThat(counterpart.run("draw", "--check", proof)).isEqualTo(1);
    }
}
