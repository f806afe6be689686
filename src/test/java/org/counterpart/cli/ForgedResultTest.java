// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything here is sealed again after it was changed, so that only what the result states can give it away.
/// a–x and c–y are the best pairs; b is left out.
class ForgedResultTest {
    private static final String EDGES = "mentor,mentee,benefit\na,x,5\na,y,2\nb,x,4\nb,y,1\nc,y,3\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"pairs", "candidates", "proofs", "files"})
    void a_forgery_is_named(String what, Forging forging, String sentence) throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var out = folder.resolve("out");
        counterpart.run("match", "--edges", counterpart.file("edges.csv", EDGES), "--out", out);
        assertThat(counterpart.run("verify", out)).isZero();
        var forgery = new Forgery(out);
        forging.forge(forgery);
        forgery.sealAgain();

        int code = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> counterpart.run("verify", out));

        assertThat(counterpart.out).startsWith("Not verified: ").contains(sentence);
        assertThat(counterpart.out.lines()).hasSize(1);
        assertThat(counterpart.err).isEmpty();
        assertThat(code).isEqualTo(1);
        assertThat(counterpart.run("verify", out, "--json")).isEqualTo(1);
        assertThat(counterpart.out).startsWith("{\"verified\":false,\"reason\":\"");
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                forgery(
                        "one pair changed",
                        result -> result.replace("pairs.csv", "a,x,5", "b,x,4"),
                        "unmatched.csv lists b, who is in a pair"),
                forgery(
                        "one pair changed and all that follows from it",
                        ForgedResultTest::secondBest,
                        "certificate.json, total, case 1: the prices allow something better"),
                forgery(
                        "one pair dropped and all that follows from it",
                        ForgedResultTest::onePair,
                        "certificate.json, most, case 1: the prices allow something better"),
                forgery(
                        "one pair dropped, and an amount a pair that vouches for itself",
                        result -> {
                            onePair(result);
                            result.within("most", "\"per_pair\" : 0", "\"per_pair\" : 1");
                            result.within("most", "\"x\" : 1", "\"x\" : 0");
                            result.within("most", "\"y\" : 1", "\"y\" : 0");
                        },
                        "certificate.json, most, case 1: the prices allow something better"),
                forgery(
                        "a benefit altered",
                        result -> result.replace("pairs.csv", "a,x,5", "a,x,6"),
                        "pairs.csv, row 2 has another benefit than the candidate pairs"),
                forgery(
                        "a person used twice",
                        result -> {
                            result.add("pairs.csv", "b,x,4,why").drop("unmatched.csv", "b,");
                            objective(result, 3, 3, 12);
                        },
                        "x is in 2 pairs and has 1 place"),
                forgery(
                        "a person in both roles",
                        result -> {
                            result.add("edges.csv", "y,b,9").add("pairs.csv", "y,b,9,why");
                            result.drop("unmatched.csv", "b,").replace("capacities.csv", "y,1", "y,2");
                            objective(result, 3, 3, 17);
                        },
                        "y is mentor and mentee at once"),
                forgery(
                        "an infeasible pair",
                        result -> result.replace("pairs.csv", "c,y,3", "c,x,3"),
                        ": c and x are no candidate pair"),
                forgery(
                        "a pair of somebody unknown",
                        result -> result.replace("pairs.csv", "c,y,3", "c,\u001b[31mq\u202e,3"),
                        ": \"\uFFFD[31mq\uFFFD\" is not in capacities.csv"),
                forgery(
                        "a pair twice",
                        result -> result.add("pairs.csv", "c,y,3,why"),
                        "pairs.csv, row 4 repeats a pair"),
                forgery(
                        "nobody left out",
                        result -> result.drop("unmatched.csv", "b,"),
                        "unmatched.csv leaves out somebody who is in no pair"),
                forgery(
                        "somebody left out twice",
                        result -> result.add("unmatched.csv", "b,mentor,why"),
                        "unmatched.csv lists b twice"),
                forgery(
                        "another role",
                        result -> result.replace("unmatched.csv", "b,mentor", "b,mentee"),
                        "unmatched.csv, row 2: \"mentee\" is not a role that b could have"));
    }

    static Stream<Arguments> candidates() {
        return Stream.of(
                forgery(
                        "the edge of a pair removed",
                        result -> result.drop("edges.csv", "a,x,"),
                        "a and x are no candidate pair"),
                forgery(
                        "a better benefit for a pair",
                        result -> {
                            result.replace("edges.csv", "a,x,5", "a,x,9").replace("pairs.csv", "a,x,5", "a,x,9");
                            objective(result, 2, 3, 12);
                        },
                        "the prices do not cover a and x"),
                forgery(
                        "a better benefit for others",
                        result -> result.replace("edges.csv", "b,x,4", "b,x,6"),
                        "the prices do not cover b and x"),
                forgery("an edge added", result -> result.add("edges.csv", "c,x,7"), "the prices do not cover c and x"),
                forgery(
                        "a place added",
                        result -> result.replace("capacities.csv", "x,1", "x,2"),
                        "the prices allow something better"),
                forgery("no place", result -> result.replace("capacities.csv", "b,1", "b,0"), ": \"0\" is no capacity"),
                forgery(
                        "more places than can be counted",
                        result -> result.replace("capacities.csv", "b,1", "b,2147483648"),
                        ": \"2147483648\" is no capacity"),
                forgery("an edge twice", result -> result.add("edges.csv", "b,y,1"), "edges.csv, row 7 repeats a pair"),
                forgery(
                        "a person twice",
                        result -> result.add("capacities.csv", "b,1"),
                        "capacities.csv, row 7 repeats \"b\""),
                forgery(
                        "somebody with themselves",
                        result -> result.add("edges.csv", "b,b,1"),
                        "edges.csv, row 7 pairs somebody with themselves"),
                forgery(
                        "a benefit of a hundred million digits",
                        result -> result.replace("edges.csv", "b,y,1", "b,y,1e100000000"),
                        "\"1e100000000\" is not a benefit with at most 0 places"),
                forgery(
                        "a benefit that is no number",
                        result -> result.replace("edges.csv", "b,y,1", "b,y,NaN"),
                        "\"NaN\" is not a benefit"),
                forgery(
                        "a benefit with places that are not said",
                        result -> result.replace("edges.csv", "b,y,1", "b,y,1.5"),
                        "\"1.5\" is not a benefit with at most 0 places"));
    }

    static Stream<Arguments> proofs() {
        return Stream.of(
                forgery(
                        "one price lowered",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : 0"),
                        "certificate.json, most, case 1: the prices do not cover"),
                forgery(
                        "one price raised",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : 2"),
                        "certificate.json, most, case 1: the prices allow something better"),
                forgery(
                        "a negative price",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : -1"),
                        "certificate.json, most, case 1 has a negative price"),
                forgery(
                        "a price that is no whole number",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : 1.5"),
                        "certificate.json, most, case 1 has an amount that is no whole number"),
                forgery(
                        "a price without end",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : 1e999"),
                        "certificate.json, most, case 1 has an amount that is no whole number"),
                forgery(
                        "a price larger than numbers go",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : 1" + "0".repeat(40)),
                        "certificate.json, most, case 1 has an amount that is no whole number"),
                forgery(
                        "prices that do not add up",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : 9223372036854775807")
                                .within("most", "\"per_pair\" : 0", "\"per_pair\" : 9223372036854775807"),
                        "certificate.json holds a number too large to be honest"),
                forgery(
                        "a price that is not a number",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : NaN"),
                        "certificate.json is not JSON"),
                forgery(
                        "a price for somebody unknown",
                        result -> result.within("most", "\"x\" : 1", "\"q\" : 1"),
                        "certificate.json, most, case 1: \"q\" is not in capacities.csv"),
                forgery(
                        "a price twice",
                        result -> result.within("most", "\"x\" : 1", "\"x\" : 0, \"x\" : 1"),
                        "certificate.json is not JSON"),
                forgery(
                        "a negative surcharge",
                        result -> result.within(
                                "most", "\"surcharges\" : [ ]", "\"surcharges\" : [ [ \"a\", \"x\", -5 ] ]"),
                        "certificate.json, most, case 1 has a negative price"),
                forgery(
                        "a surcharge twice",
                        result -> result.within(
                                "most",
                                "\"surcharges\" : [ ]",
                                "\"surcharges\" : [ [ \"a\", \"x\", 0 ], [ \"a\", \"x\", 0 ] ]"),
                        "certificate.json, most, case 1 surcharges an edge twice"),
                forgery(
                        "a denominator of nothing",
                        result -> result.within("most", "\"denominator\" : 1", "\"denominator\" : 0"),
                        "certificate.json, most, case 1: the denominator must be positive"),
                forgery(
                        "one role only",
                        result -> result.within("most", "\"roles\" : { }", "\"roles\" : { \"a\" : \"mentor\" }"),
                        "certificate.json, most: the cases leave something out"),
                forgery(
                        "no role at all",
                        result -> result.within("most", "\"roles\" : { }", "\"roles\" : { \"a\" : \"king\" }"),
                        "certificate.json, most, case 1: \"king\" is no role"),
                forgery(
                        "a stage without cases",
                        result -> result.replace("certificate.json", "\"worst\" : [ {", "\"was\" : [ {"),
                        "certificate.json, worst: the cases leave something out"),
                forgery(
                        "no goals",
                        result -> result.replace(
                                "certificate.json", "\"goals\" : [ \"worst\", \"total\" ]", "\"goals\" : [ ]"),
                        "certificate.json, goals: neither"),
                forgery(
                        "a goal twice",
                        result -> result.within("goals", "\"total\"", "\"worst\""),
                        "certificate.json, goals: \"worst\" must be"),
                forgery(
                        "another goal",
                        result -> result.within("goals", "\"total\"", "\"fame\""),
                        "certificate.json, goals: \"fame\" must be"),
                forgery(
                        "another total",
                        result -> result.within("objective", "\"total\" : 8", "\"total\" : 9"),
                        "certificate.json: objective is not what the pairs add up to"),
                forgery(
                        "a total of a thousand million digits",
                        result -> result.within("objective", "\"total\" : 8", "\"total\" : 8e999999999"),
                        "certificate.json, objective: \"8E+999999999\" is not a benefit"),
                forgery(
                        "pairs that are no whole number",
                        result -> result.within("objective", "\"pairs\" : 2", "\"pairs\" : 2.5"),
                        "certificate.json, objective has an amount that is no whole number"),
                forgery(
                        "a pin that nobody set",
                        result ->
                                result.replace("certificate.json", "\"pins\" : [ ]", "\"pins\" : [ [ \"b\", \"x\" ] ]"),
                        "a pinned pair is missing from pairs.csv"),
                forgery(
                        "all pairs pinned",
                        result -> result.replace(
                                "certificate.json",
                                "\"pins\" : [ ]",
                                "\"pins\" : [ [ \"a\", \"x\" ], [ \"c\", \"y\" ] ]"),
                        "certificate.json: free is not what the pairs add up to"),
                forgery(
                        "seven places",
                        result -> result.replace("certificate.json", "\"decimals\" : 0", "\"decimals\" : 7"),
                        "certificate.json: decimals must be 0 to 6"),
                forgery(
                        "half a place",
                        result -> result.replace("certificate.json", "\"decimals\" : 0", "\"decimals\" : 0.5"),
                        "certificate.json: decimals must be 0 to 6"),
                forgery(
                        "another version",
                        result -> result.replace("certificate.json", "\"version\" : 1", "\"version\" : 2"),
                        "certificate.json is of another format or version"),
                forgery(
                        "brackets without end",
                        result -> result.replace(
                                "certificate.json", "\"pins\" : [ ]", "\"pins\" : " + "[".repeat(1_000_000)),
                        "certificate.json is not JSON"));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                forgery("a file missing", result -> Files.delete(result.file("pairs.csv")), "pairs.csv is missing"),
                forgery(
                        "a file missing and no longer named",
                        result -> {
                            Files.delete(result.file("report.html"));
                            result.drop("certificate.json", "    \"report.html\"")
                                    .replace("certificate.json", "\",\n  },", "\"\n  },");
                        },
                        "certificate.json, files: report.html is not named"),
                forgery(
                        "a folder for a file",
                        result -> {
                            Files.delete(result.file("pairs.csv"));
                            Files.createDirectory(result.file("pairs.csv"));
                        },
                        "pairs.csv is missing"),
                forgery(
                        "a link for a file",
                        result -> {
                            Files.move(result.file("pairs.csv"), result.file("../pairs.csv"));
                            Files.createSymbolicLink(result.file("pairs.csv"), Path.of("../pairs.csv"));
                        },
                        "pairs.csv is missing"),
                forgery(
                        "one more file",
                        result -> result.put("notes.txt", "hello"),
                        "notes.txt is no part of the result"),
                forgery(
                        "one more file that is named",
                        result -> result.put("notes.html", "hello")
                                .replace(
                                        "certificate.json",
                                        "\"pairs.csv\" :",
                                        "\"notes.html\" : \"%s\",\n    \"pairs.csv\" :".formatted("0".repeat(64))),
                        "the certificate names a file \"notes.html\""),
                forgery(
                        "a file above the folder",
                        result -> result.replace("certificate.json", "\"pairs.csv\" :", "\"../edges.csv\" :"),
                        "the certificate names a file \"../edges.csv\""),
                forgery(
                        "a byte order mark",
                        result -> result.put("pairs.csv", "\uFEFF" + result.text("pairs.csv")),
                        "pairs.csv has another header than mentor,mentee,benefit,reasons"),
                forgery(
                        "another encoding",
                        result -> Files.write(
                                result.file("pairs.csv"),
                                result.text("pairs.csv")
                                        .replace("best", "b\u00E9st")
                                        .getBytes(StandardCharsets.ISO_8859_1)),
                        "pairs.csv is not UTF-8"),
                forgery(
                        "a row cut short",
                        result -> result.add("unmatched.csv", "b"),
                        "unmatched.csv, row 3 has 1 cells"),
                forgery(
                        "a quotation that never ends",
                        result -> result.add("unmatched.csv", "\"b,mentor,why"),
                        "unmatched.csv"),
                forgery("an empty file", result -> result.put("edges.csv", ""), "edges.csv has another header"),
                forgery(
                        "no candidate pairs",
                        result -> {
                            Files.delete(result.file("edges.csv"));
                            result.drop("certificate.json", "    \"edges.csv\"");
                        },
                        "the candidate edges were left out, so nothing can be proved"),
                forgery("compressed and cut short", result -> compressed(result, 30), "edges.csv.gz is cut short"),
                forgery("compressed and cut to nothing", result -> compressed(result, 0), "edges.csv.gz is cut short"),
                forgery(
                        "said to be compressed",
                        result -> {
                            compressed(result, 0);
                            result.put("edges.csv.gz", EDGES);
                        },
                        "edges.csv.gz is cut short or not compressed"));
    }

    private static void compressed(Forgery result, int bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(result.file("edges.csv")));
        }
        Files.delete(result.file("edges.csv"));
        Files.write(result.file("edges.csv.gz"), Arrays.copyOf(packed.toByteArray(), bytes));
        result.replace("certificate.json", "\"edges.csv\" :", "\"edges.csv.gz\" :");
    }

    private static void secondBest(Forgery result) throws IOException {
        result.replace("pairs.csv", "a,x,5", "b,x,4").replace("unmatched.csv", "b,", "a,");
        objective(result, 2, 3, 7);
    }

    private static void onePair(Forgery result) throws IOException {
        result.drop("pairs.csv", "c,y,").add("unmatched.csv", "c,mentor,why").add("unmatched.csv", "y,mentee,why");
        objective(result, 1, 5, 5);
    }

    private static void objective(Forgery result, int pairs, int worst, int total) throws IOException {
        for (var part : new String[] {"objective", "free"}) {
            result.within(part, "\"pairs\" : 2", "\"pairs\" : " + pairs)
                    .within(part, "\"worst\" : 3", "\"worst\" : " + worst)
                    .within(part, "\"total\" : 8", "\"total\" : " + total);
        }
    }

    private static Arguments forgery(String what, Forging forging, String sentence) {
        return Arguments.of(what, forging, sentence);
    }

    @FunctionalInterface
    interface Forging {
        void forge(Forgery result) throws IOException;
    }
}
