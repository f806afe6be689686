// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forgeries of a draw that was made.
class DrawCheckTest {
    private static final String SEED = "a seed of forty characters, known to few";

    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);
    private Path out = Path.of("");

    @BeforeEach
    void drawOnce() throws IOException {
        counterpart = new CommandLineFixture(folder);
        out = folder.resolve("out");
        draw(SEED, out);
    }

    @Test
    void an_untouched_draw_comes_out_the_same() {
        assertThat(counterpart.run("draw", "--check", out)).isZero();
        assertThat(counterpart.out)
                .startsWith("Yes: the draw comes out the same, byte for byte. Of 12 applicants 4 start now.");
    }

    @Test
    void an_altered_seed_is_named() throws IOException {
        forge(SEED, "a seed of forty characters, known to all");

        isDifferent("the seed was altered");
    }

    @Test
    void an_altered_word_or_stratum_is_named_with_its_applicant() throws IOException {
        forge("word of p3", "another word");
        isDifferent("role, stratum or word of applicant “p3” was altered");

        drawAgain();
        forge("\"p5\",\"role\":\"\",\"stratum\":\\[\"Leeds\"\\]", "\"p5\",\"role\":\"\",\"stratum\":[\"Aarhus\"]");
        isDifferent("role, stratum or word of applicant “p5” was altered");
    }

    @Test
    void an_applicant_removed_and_a_place_more_are_changes_of_the_list() throws IOException {
        forge("(?m)^ {4}\\{\"id\":\"p4\".*\\n", "");
        isDifferent("the list of applicants, the places or the strata were altered");

        drawAgain();
        forge("\\{\"everyone\":\\{\"start\":4", "{\"everyone\":{\"start\":5");
        isDifferent("the list of applicants, the places or the strata were altered");
    }

    @Test
    void an_applicant_put_on_another_list_is_named() throws IOException {
        forge("(\"id\":\"p\\d+\".*)\"comparison\"", "$1\"start_now\"");

        isDifferent("has another ticket or another place; the draw puts them on the list comparison");
    }

    @Test
    void figures_of_a_stratum_a_digest_and_the_root_are_held_against_the_draw() throws IOException {
        forge("(\"pool\":\"everyone\",\"stratum\":\\[\"Leeds\"\\],\"applicants\":)6", "$15");
        isDifferent("the figures of the stratum “Leeds” were altered");
        for (var name : List.of("root", "digest")) {
            drawAgain();
            forge("\"%s\": \"[0-9a-f]{64}\"".formatted(name), "\"%s\": \"%s\"".formatted(name, "0".repeat(64)));
            isDifferent("draw.json has bytes that the draw does not write");
        }
    }

    @Test
    void any_byte_changed_in_any_file_is_found() throws IOException {
        var random = new Random(11);
        for (var name : List.of("start_now.csv", "reserve.csv", "comparison.csv", "draw.json")) {
            var original = Files.readAllBytes(out.resolve(name));
            for (int attempt = 0; attempt < 60; attempt++) {
                var changed = original.clone();
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
                Files.write(out.resolve(name), changed);
                assertThat(counterpart.run("draw", "--check", out)).as(name).isEqualTo(1);
                assertThat(counterpart.out).startsWith("No: ").hasLineCount(1);
            }
            Files.write(out.resolve(name), original);
        }
        assertThat(counterpart.run("draw", "--check", out)).isZero();
    }

    @Test
    void a_missing_and_a_foreign_file_are_named() throws IOException {
        Files.write(out.resolve("winners.csv"), new byte[0]);
        isDifferent("winners.csv is no file of a draw");
        Files.delete(out.resolve("winners.csv"));
        Files.delete(out.resolve("reserve.csv"));
        isDifferent("reserve.csv is missing");
    }

    @Test
    void a_draw_made_anew_with_another_seed_is_found_by_what_was_published() throws IOException {
        counterpart.run("draw", "--commit", "--seed", SEED);
        var published = counterpart.out.strip();
        var other = folder.resolve("other");
        draw("drawn again for a better result", other);

        assertThat(counterpart.run("draw", "--check", other)).isZero();
        assertThat(counterpart.run("draw", "--check", other, "--commitment", published))
                .isEqualTo(1);
        assertThat(counterpart.out).startsWith("No: this is not the seed that was committed to");
        assertThat(counterpart.run("draw", "--check", out, "--commitment", published))
                .isZero();
        assertThat(counterpart.run("draw", "--check", out, "--list", published)).isEqualTo(1);
        assertThat(counterpart.out).startsWith("No: this is not the list that was closed");
    }

    @Test
    void places_that_could_not_be_drawn_are_no_draw_even_with_digests_that_fit()
            throws IOException, GeneralSecurityException {
        Files.writeString(out.resolve("draw.json"), """
                {"format":"counterpart-draw","version":1,"seed":"s","commitment":"%s","witness":"",
                 "places":{"everyone":{"start":3,"reserve":0}},"strata":[],"list":"","root":"","groups":[],"applicants":[]}
                """.formatted(HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("s".getBytes(StandardCharsets.UTF_8)))));

        isDifferent("this could not have been drawn");
    }

    @Test
    void what_is_no_draw_at_all_is_told_from_what_is_not_there() throws IOException {
        for (var text : List.of(
                "", "[]", "{}", "not json", "[".repeat(100_000), "{\"format\":\"counterpart-draw\",\"version\":2}")) {
            Files.writeString(out.resolve("draw.json"), text);
            isDifferent("draw.json is not of the form that draw writes");
        }
        assertThat(counterpart.run("draw", "--check", folder.resolve("nowhere")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("has no draw.json that can be read");
        assertThat(counterpart.run("draw", "--check", out, "--commitment", "abc"))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("\"abc\": must be 64 hexadecimal digits");
    }

    private void isDifferent(String reason) {
        assertThat(counterpart.run("draw", "--check", out)).isEqualTo(1);
        assertThat(counterpart.out).startsWith("No: ").contains(reason);
    }

    private void forge(String pattern, String replacement) throws IOException {
        var text = Files.readString(out.resolve("draw.json"));
        var forged = text.replaceFirst(pattern, replacement);
        assertThat(forged).isNotEqualTo(text);
        Files.writeString(out.resolve("draw.json"), forged);
    }

    private void drawAgain() throws IOException {
        Files.delete(out.resolve("draw.json"));
        draw(SEED, out);
    }

    private void draw(String seed, Path to) throws IOException {
        var text = new StringBuilder("id,site,word\n");
        for (int each = 0; each < 12; each++) {
            text.append("p%d,%s,word of p%d\n".formatted(each, each % 2 == 0 ? "Aarhus" : "Leeds", each));
        }
        var file = counterpart.file("applicants.csv", text.toString());
        assertThat(counterpart.run(
                        "draw", file, "--places", 4, "--reserve", 2, "--strata", "site", "--seed", seed, "--out", to))
                .isZero();
    }
}
