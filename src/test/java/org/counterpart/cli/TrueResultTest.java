// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of result that `match` writes is accepted by `verify`, and is the same in every byte when it is made
/// again or from the same lines in another order.
class TrueResultTest {
    private static final List<String> FILES =
            List.of("pairs.csv", "unmatched.csv", "edges.csv", "capacities.csv", "report.html", "certificate.json");

    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);

    @BeforeEach
    void startAnew() {
        counterpart = new CommandLineFixture(folder);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"two sides", "either", "places", "decimals", "ties"})
    void candidate_pairs_of_every_kind(String kind) throws IOException {
        var lines = edges(kind, new Random(kind.hashCode()));
        var places = places(lines, kind.equals("places") ? 4 : 1);

        match("once", lines, places);
        match("again", lines, places);
        match("shuffled", shuffled(lines), shuffled(places));

        for (var file : FILES) {
            assertThat(folder.resolve("again").resolve(file)).hasSameBinaryContentAs(folder.resolve("once/" + file));
            assertThat(folder.resolve("shuffled").resolve(file)).hasSameBinaryContentAs(folder.resolve("once/" + file));
        }
    }

    @Test
    void another_seed_changes_who_is_preferred_among_equals_and_nothing_else() throws IOException {
        var lines = edges("ties", new Random(1));
        var edges = file("edges.csv", lines);

        counterpart.run("match", "--edges", edges, "--out", folder.resolve("one"), "--seed", "one");
        var first = counterpart.out;
        counterpart.run("match", "--edges", edges, "--out", folder.resolve("two"), "--seed", "two");

        assertThat(counterpart.out.split(";")[0]).isEqualTo(first.split(";")[0]);
        assertThat(Files.readString(folder.resolve("two/pairs.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("one/pairs.csv")));
        assertThat(counterpart.run("verify", folder.resolve("two"))).isZero();
    }

    @Test
    void other_names_change_no_objective() throws IOException {
        var lines = edges("either", new Random(3));
        counterpart.run("match", "--edges", file("edges.csv", lines), "--out", folder.resolve("one"));
        var objective = counterpart.out.lines().skip(1).findFirst().orElse("").split(";")[0];
        var renamed =
                lines.stream().map(line -> line.replaceAll("p(\\d+)", "Ω $1")).toList();

        counterpart.run("match", "--edges", file("renamed.csv", renamed), "--out", folder.resolve("two"));

        assertThat(objective).contains("pairs, worst-off");
        assertThat(counterpart.out).contains(objective);
        assertThat(counterpart.run("verify", folder.resolve("two"))).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "worst",
                "total",
                "total,worst",
                "worst,total,kept",
                "kept,worst,total",
                "waiting,worst,total,kept",
                "kept,waiting,total,worst",
                "total,kept,waiting",
            })
    void goals_in_any_order_after_an_earlier_result(String goals) throws IOException {
        for (var kind : List.of("two sides", "either", "decimals")) {
            var random = new Random(goals.hashCode());
            var lines = edges(kind, random);
            counterpart.run("match", "--edges", file("edges.csv", lines), "--out", folder.resolve("before"));
            var fewer = lines.stream().filter(_ -> random.nextInt(5) > 0).toList();

            assertThat(counterpart.run(
                            "match",
                            "--edges",
                            file("fewer.csv", fewer),
                            "--previous",
                            folder.resolve("before"),
                            "--goals",
                            goals,
                            "--out",
                            folder.resolve("after")))
                    .isZero();

            assertThat(counterpart.run("verify", folder.resolve("after")))
                    .as(counterpart.out)
                    .isZero();
        }
    }

    @Test
    void people_with_and_without_pins_in_any_order_of_their_lines() throws IOException {
        var sample = Files.readAllLines(Path.of("samples/people.csv"));
        var people = file("people.csv", sample.subList(1, sample.size()), sample.getFirst());
        counterpart.run("match", people, "--out", folder.resolve("free"));
        assertThat(counterpart.run("verify", folder.resolve("free"))).isZero();
        var pins = Files.readAllLines(folder.resolve("free/edges.csv")).stream()
                .skip(7)
                .limit(1)
                .toList();
        var pinned = file("pins.csv", pins, "mentor,mentee,benefit");
        counterpart.run("match", people, "--pins", pinned, "--out", folder.resolve("once"));

        var reversed = file("reversed.csv", sample.subList(1, sample.size()).reversed(), sample.getFirst());
        counterpart.run("match", reversed, "--pins", pinned, "--out", folder.resolve("reversed"));

        assertThat(counterpart.run("verify", folder.resolve("once"))).isZero();
        assertThat(Files.readString(folder.resolve("once/pairs.csv"))).contains(pins.getFirst());
        for (var file : FILES) {
            assertThat(folder.resolve("reversed").resolve(file)).hasSameBinaryContentAs(folder.resolve("once/" + file));
        }
    }

    @Test
    void people_of_whom_nobody_can_be_paired() throws IOException {
        var people = file("people.csv", List.of("a,mentor", "b,mentor", "c,mentor"), "id,role");

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isZero();

        assertThat(counterpart.out).contains("0 pairs, worst-off 0, total 0; 3 people are left out");
        assertThat(counterpart.run("verify", folder.resolve("out"))).isZero();
    }

    private void match(String out, List<String> edges, List<String> places) throws IOException {
        assertThat(counterpart.run(
                        "match",
                        "--edges",
                        file("edges.csv", edges),
                        "--capacities",
                        file("caps.csv", places, "person,capacity"),
                        "--out",
                        folder.resolve(out)))
                .isZero();
        assertThat(counterpart.run("verify", folder.resolve(out)))
                .as(counterpart.out)
                .isZero();
    }

    private Path file(String name, List<String> lines) throws IOException {
        return file(name, lines, "mentor,mentee,benefit");
    }

    private Path file(String name, List<String> lines, String header) throws IOException {
        return counterpart.file(
                name, Stream.concat(Stream.of(header), lines.stream()).collect(Collectors.joining("\n", "", "\n")));
    }

    private static List<String> edges(String kind, Random random) {
        int overlap = kind.equals("either") ? 12 : 0;
        return random.ints(260, 0, 30 * 30)
                .distinct()
                .filter(each -> each / 30 != 30 - overlap + each % 30)
                .mapToObj(each -> "p%d,p%d,%s"
                        .formatted(
                                each / 30,
                                30 - overlap + each % 30,
                                switch (kind) {
                                    case "decimals" ->
                                        "%s%d.%06d"
                                                .formatted(
                                                        random.nextBoolean() ? "-" : "",
                                                        random.nextInt(1000),
                                                        random.nextInt(1_000_000));
                                    case "ties" -> "7";
                                    default -> String.valueOf(random.nextInt(40));
                                }))
                .toList();
    }

    private static List<String> places(List<String> edges, int most) {
        var random = new Random(most);
        return edges.stream()
                .flatMap(line -> Stream.of(line.split(",")).limit(2))
                .distinct()
                .map(person -> person + "," + (1 + random.nextInt(most)))
                .toList();
    }

    private static List<String> shuffled(List<String> lines) {
        var other = new java.util.ArrayList<>(lines);
        java.util.Collections.shuffle(other, new Random(9));
        return other;
    }
}
