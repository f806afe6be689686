// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DrawCommandTest {
    private static final List<String> FILES = List.of("start_now.csv", "reserve.csv", "comparison.csv", "draw.json");
    private static final String SEED = "a seed of forty characters, known to few";

    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);
    private Path out = Path.of("");

    @BeforeEach
    void begin() {
        counterpart = new CommandLineFixture(folder);
        out = folder.resolve("out");
    }

    @Test
    void sixty_three_applicants_for_twenty_places_make_three_lists() throws IOException {
        var file = counterpart.file("applicants.csv", text(rows(63), ",", "\n"));

        int code = counterpart.run(
                "draw", file, "--places", 20, "--reserve", 3, "--strata", "site", "--seed", SEED, "--out", out);

        assertThat(code).isZero();
        assertThat(counterpart.err).isEmpty();
        assertThat(counterpart.out)
                .startsWith("63 applicants: 20 start now, 3 are in reserve, 40 are in the next wave.");
        assertThat(lines("start_now.csv")).hasSize(21).first().isEqualTo("id,site,ticket");
        assertThat(lines("reserve.csv")).hasSize(4).first().isEqualTo("turn,id,site,ticket");
        assertThat(lines("reserve.csv")).element(1).asString().startsWith("1,");
        assertThat(lines("comparison.csv")).hasSize(41);
    }

    @Test
    void the_same_applicants_give_the_same_bytes_in_whatever_order_separators_and_encoding() throws IOException {
        draw(counterpart.file("a.csv", text(rows(63), ",", "\n")), out);
        var rows = new ArrayList<>(rows(63));
        Collections.shuffle(rows, new Random(3));
        var windows = Files.write(
                folder.resolve("b.csv"),
                ("\uFEFF" + text(rows, ";", "\r\n").replace("word", "Word").replace("id;", "Employee ID;"))
                        .getBytes(StandardCharsets.UTF_8));
        var wide = Files.write(
                folder.resolve("c.csv"), ("\uFEFF" + text(rows, "\t", "\n")).getBytes(StandardCharsets.UTF_16LE));

        draw(windows, folder.resolve("again"));
        draw(wide, folder.resolve("wide"));

        for (var name : FILES) {
            assertThat(folder.resolve("again").resolve(name)).as(name).hasSameBinaryContentAs(out.resolve(name));
            assertThat(folder.resolve("wide").resolve(name)).as(name).hasSameBinaryContentAs(out.resolve(name));
        }
    }

    @Test
    void pairs_need_places_by_role_and_who_may_be_either_is_drawn_as_one_of_the_two() throws IOException {
        var text = new StringBuilder("id,role\n");
        IntStream.range(0, 63)
                .forEach(each -> text.append(
                        "p%d,%s%n".formatted(each, each < 34 ? "mentor" : each < 53 ? "Mentee" : "either")));
        text.append("manager,\n");

        int code = counterpart.run(
                "draw",
                counterpart.file("a.csv", text.toString()),
                "--places",
                "mentor=20,mentee=20",
                "--reserve",
                "mentor=2,mentee=1",
                "--seed",
                SEED,
                "--out",
                out);

        assertThat(code).isZero();
        assertThat(counterpart.err).isEqualTo("a.csv: 1 line has no role and takes no part.%n".formatted());
        assertThat(lines("start_now.csv").stream().filter(line -> line.contains(",mentor,")))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(lines("start_now.csv").stream().map(line -> line.split(",", -1)[2]))
                .filteredOn("mentee"::equals)
                .hasSize(20);
        assertThat(lines("reserve.csv").stream().map(line -> line.split(",", -1)[3]))
                .containsExactly("drawn_as", "mentor", "mentor", "mentee");
        assertThat(counterpart.run("draw", "--check", out)).isZero();
    }

    @Test
    void a_commitment_is_what_everybody_can_compute_of_the_seed() {
        assertThat(counterpart.run("draw", "--commit", "--seed", "abc")).isZero();

        assertThat(counterpart.out.strip())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(counterpart.err).contains("A seed of 3 characters may be guessed from its commitment");
    }

    @Test
    void a_closed_list_has_the_digest_that_the_draw_states_later() throws IOException {
        var file = counterpart.file("a.csv", text(rows(63), ",", "\n"));
        assertThat(counterpart.run("draw", file, "--places", 20, "--reserve", 3, "--strata", "site", "--close"))
                .isZero();
        var closed = counterpart.out.strip();

        draw(file, out);

        assertThat(closed).matches("[0-9a-f]{64}");
        assertThat(counterpart.out).contains("Digest of the closed list: " + closed);
        assertThat(counterpart.run("draw", "--check", out, "--list", closed)).isZero();
    }

    @Test
    void another_draw_never_takes_the_place_of_one_that_was_made() throws IOException {
        var file = counterpart.file("a.csv", text(rows(63), ",", "\n"));
        draw(file, out);
        var first = Files.readAllBytes(out.resolve("draw.json"));

        assertThat(counterpart.run("draw", file, "--places", 20, "--seed", "for a better result", "--out", out))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("holds another draw, which stays as it is");
        assertThat(out.resolve("draw.json")).hasBinaryContent(first);
        draw(file, out);
        assertThat(out.resolve("draw.json")).hasBinaryContent(first);
    }

    @Test
    void a_folder_with_files_of_others_is_left_alone() throws IOException {
        var file = counterpart.file("a.csv", text(rows(9), ",", "\n"));

        assertThat(counterpart.run("draw", file, "--places", 2, "--seed", SEED, "--out", folder))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("is a file or holds other files");
        assertThat(counterpart.run("draw", file, "--places", 2, "--seed", SEED, "--out", file))
                .isEqualTo(2);
        assertThat(folder.resolve("draw.json")).doesNotExist();
    }

    @Test
    void where_the_witness_is_from_is_kept_beside_it_and_decides_nothing() throws IOException {
        var file = counterpart.file("a.csv", text(rows(9), ",", "\n"));
        var plain = folder.resolve("plain");
        for (var to : List.of(plain, out)) {
            var said = to.equals(out) ? "Council, minutes of “9 December”" : "";
            assertThat(counterpart.run(
                            "draw",
                            file,
                            "--places",
                            3,
                            "--seed",
                            SEED,
                            "--witness",
                            "W",
                            "--witness-source",
                            said,
                            "--out",
                            to))
                    .isZero();
        }

        assertThat(Files.readString(plain.resolve("draw.json"))).doesNotContain("witness_source");
        assertThat(Files.readString(out.resolve("draw.json")))
                .contains("\"witness_source\": \"Council, minutes of “9 December”\"");
        assertThat(out.resolve("start_now.csv")).hasSameBinaryContentAs(plain.resolve("start_now.csv"));
        assertThat(counterpart.run("draw", "--check", out)).isZero();
    }

    @Test
    void a_program_reads_the_answer_as_json() throws IOException {
        var file = counterpart.file("a.csv", text(rows(63), ",", "\n"));
        counterpart.run("draw", file, "--places", 20, "--seed", SEED, "--out", out, "--json");

        var answer = JsonMapper.builder().build().readTree(counterpart.out);

        assertThat(answer.path("start_now").intValue()).isEqualTo(20);
        assertThat(answer.path("comparison").intValue()).isEqualTo(43);
        counterpart.run("draw", "--check", out, "--json");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(counterpart.out)
                        .path("repeats")
                        .booleanValue())
                .isTrue();
    }

    private void draw(Path file, Path to) {
        assertThat(counterpart.run(
                        "draw", file, "--places", 20, "--reserve", 3, "--strata", "site", "--seed", SEED, "--out", to))
                .as(counterpart.err)
                .isZero();
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }

    private static List<List<String>> rows(int people) {
        var sites = List.of("Leeds", "Aarhus", "Gdańsk", "京都");
        return IntStream.range(0, people)
                .mapToObj(each -> List.of("O’Neill-" + each, sites.get(each * each % 4), "wörd " + each))
                .toList();
    }

    private static String text(List<List<String>> rows, String separator, String end) {
        var text = new StringBuilder(String.join(separator, "id", "site", "word")).append(end);
        rows.forEach(row -> text.append(String.join(separator, row)).append(end));
        return text.toString();
    }
}
