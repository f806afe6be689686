// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {
    private static final String HEADER =
            "id,name,role,level,department,timezone,languages,manager_id,capacity,offers,wants,avoid\n";
    private static final String AMIRA =
            "m1,Amira O'Neill,mentor,2,Legal,Europe/Berlin,en;de,,1,AI tools for daily work,How money is made,\n";
    private static final String BJORK =
            "l1,Björk Ólafsdóttir,mentee,6,Sales,Europe/Berlin,English,,1,how money is made,AI tools,\n";

    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);

    @BeforeEach
    void startAnew() {
        counterpart = new CommandLineFixture(folder);
    }

    @Test
    void a_list_of_sign_ups_becomes_pairs_with_true_reasons_that_verify() throws IOException {
        var people = counterpart.file("people.csv", HEADER + AMIRA + BJORK);

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out/pairs.csv")))
                .contains("m1,l1,")
                .contains(
                        "Amira O'Neill offers “AI tools for daily work”, and Björk Ólafsdóttir asked for that topic, using AI assistants")
                .contains("Björk Ólafsdóttir offers “how money is made”, which Amira O'Neill asked for");
        assertThat(counterpart.run("verify", folder.resolve("out"))).isZero();
        assertThat(counterpart.out).startsWith("Verified: 1 pair,");
    }

    @Test
    void nobody_is_paired_with_anyone_above_or_below_them_in_the_line() throws IOException {
        var chief = "l1,Björk,mentee,6,Sales,Europe/Berlin,en,,1,,,\n";
        var between = "x1,Between,,4,Legal,,,l1,,,,\n";
        var report = "m1,Amira,mentor,2,Legal,Europe/Berlin,en,x1,1,,,\n";
        var people = counterpart.file("people.csv", HEADER + chief + between + report);

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out/pairs.csv"))).doesNotContain("m1");
        assertThat(Files.readString(folder.resolve("out/unmatched.csv")))
                .contains(
                        "m1,mentor,None of 1 possible counterparts passes the required rules: 1 for a conflict of interest");
    }

    @Test
    void the_report_says_how_groups_fare_and_what_can_decide_at_all() throws IOException {
        var people = new StringBuilder("id,role,level,languages,contract\n");
        for (int i = 0; i < 16; i++) {
            people.append("m%d,mentor,1,%s,%s\n".formatted(i, i < 8 ? "en" : "tlh", i < 8 ? "Permanent" : "Agency"));
            people.append("l%d,mentee,6,en,\n".formatted(i));
        }

        assertThat(counterpart.run(
                        "match", counterpart.file("people.csv", people.toString()), "--out", folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("<td>8 of 8, 100 %<br><small>63.1 to 100 %</small></td>")
                .contains("Left out more often than chance explains.")
                .contains("Nobody’s record names a site, so sites are not compared.")
                .contains("Age, gender, ethnicity");
        assertThat(counterpart.run("verify", folder.resolve("out"))).isZero();
    }

    @Test
    void a_do_not_match_list_removes_the_pair_and_is_named_nowhere() throws IOException {
        var people = counterpart.file("people.csv", HEADER + AMIRA.replace(",\n", ",l1\n") + BJORK);

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out/unmatched.csv")))
                .contains("m1,mentor,")
                .contains("l1,mentee,")
                .contains("1 for a conflict of interest")
                .doesNotContain("avoid")
                .doesNotContain("do-not-match");
        assertThat(Files.readString(folder.resolve("out/edges.csv"))).doesNotContain("m1");
    }

    @Test
    void a_pinned_pair_is_made_and_the_rest_is_still_proved() throws IOException {
        var other = "l2,Chidi,mentee,6,Finance,Europe/Berlin,en,,1,,,\n";
        var people = counterpart.file("people.csv", HEADER + AMIRA + BJORK + other);
        var pins = counterpart.file("pins.csv", "mentor,mentee\nm1,l2\n");

        assertThat(counterpart.run("match", people, "--pins", pins, "--out", folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out/pairs.csv")))
                .contains("m1,l2,")
                .doesNotContain("m1,l1,");
        assertThat(counterpart.run("verify", folder.resolve("out"))).isZero();
    }

    @Test
    void the_order_of_the_lines_changes_nothing() throws IOException {
        var other = "l2,Chidi,mentee,6,Sales,Europe/Berlin,en,,1,how money is made,AI tools,\n";
        counterpart.run(
                "match", counterpart.file("a.csv", HEADER + AMIRA + BJORK + other), "--out", folder.resolve("a"));
        counterpart.run(
                "match", counterpart.file("b.csv", HEADER + other + BJORK + AMIRA), "--out", folder.resolve("b"));

        assertThat(folder.resolve("a/pairs.csv")).hasSameTextualContentAs(folder.resolve("b/pairs.csv"));
    }

    @Test
    void edges_alone_are_matched_exactly_in_decimals() throws IOException {
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,0.1\na,y,0.2\nb,x,0.300001\n");
        var places = counterpart.file("caps.csv", "person,capacity\na,2\n");

        assertThat(counterpart.run(
                        "match", "--edges", edges, "--capacities", places, "--out", folder.resolve("out"), "--json"))
                .isZero();
        assertThat(counterpart.out)
                .contains("\"pairs\":2")
                .contains("\"worst\":0.200000")
                .contains("\"total\":0.500001");
        assertThat(counterpart.run("verify", folder.resolve("out"))).isZero();
    }

    @Test
    void a_folder_with_other_files_is_left_alone() throws IOException {
        counterpart.file("letter.txt", "Dear all");
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,1\n");

        assertThat(counterpart.run("match", "--edges", edges, "--out", folder)).isEqualTo(2);
        assertThat(counterpart.err).contains("holds other files");
    }

    @Test
    void a_rematch_serves_who_waited_and_changes_as_little_as_it_can() throws IOException {
        var first = counterpart.file("edges.csv", """
                mentor,mentee,benefit
                a,x,5
                b,x,5
                a,y,5
                b,y,5
                c,x,5
                """);
        counterpart.run("match", "--edges", first, "--out", folder.resolve("first"));
        var before = Files.readString(folder.resolve("first/unmatched.csv"));
        var waited = before.lines().skip(1).findFirst().orElseThrow().split(",")[0];
        counterpart.run(
                "match", "--edges", first, "--previous", folder.resolve("first"), "--out", folder.resolve("second"));

        assertThat(Files.readString(folder.resolve("second/unmatched.csv"))).doesNotContain("\n" + waited + ",");
        assertThat(counterpart.out).contains("1 of the 2 earlier pairs");
        assertThat(counterpart.run("verify", folder.resolve("second"))).isZero();
    }

    @Test
    void pairs_of_an_earlier_result_are_not_made_again_in_either_role_where_that_is_asked_for() throws IOException {
        var header = "id,role,offers,wants\n";
        var first = counterpart.file("first.csv", header + "a,mentor,Charts,Boards\nx,mentee,Boards,Charts\n");
        counterpart.run("match", first, "--out", folder.resolve("first"));
        assertThat(Files.readString(folder.resolve("first/pairs.csv"))).contains("a,x,");

        var second = counterpart.file(
                "second.csv",
                header
                        + "x,mentor,Boards,Charts\nb,mentor,Sewing,Rowing\na,mentee,Charts,Boards\ny,mentee,Rowing,Sewing\n");
        counterpart.run("match", second, "--never-again", folder.resolve("first"), "--out", folder.resolve("second"));

        assertThat(Files.readString(folder.resolve("second/pairs.csv")))
                .doesNotContain("x,a,")
                .contains("x,y,", "b,a,");
        assertThat(counterpart.run("verify", folder.resolve("second"))).isZero();
    }

    @Test
    void earlier_pairs_that_cannot_be_read_stop_the_matching() throws IOException {
        var people = counterpart.file("people.csv", HEADER + AMIRA + BJORK);

        assertThat(counterpart.run(
                        "match", people, "--never-again", folder.resolve("nowhere"), "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("pairs.csv");
        assertThat(folder.resolve("out/certificate.json")).doesNotExist();
    }

    @Test
    void the_goals_stand_in_the_order_asked_for() throws IOException {
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,100\na,y,5\nb,x,5\nb,y,1\n");

        counterpart.run("match", "--edges", edges, "--goals", "total,worst", "--out", folder.resolve("sum"));
        assertThat(counterpart.out).startsWith("2 pairs, worst-off 1, total 101");
        assertThat(counterpart.run("verify", folder.resolve("sum"))).isZero();
        assertThat(counterpart.out).contains("in this order: a greater total, a better worst-off pair.");

        counterpart.run("match", "--edges", edges, "--goals", "worst,total", "--out", folder.resolve("fair"));
        assertThat(counterpart.out).startsWith("2 pairs, worst-off 5, total 10");

        assertThat(counterpart.run("match", "--edges", edges, "--goals", "total,fame", "--out", folder.resolve("no")))
                .isEqualTo(2);
    }
}
