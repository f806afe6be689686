// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableCommandTest {
    private static final String PEOPLE = """
            id,role,level,department,languages,offers,wants,prefer
            m1,mentor,1,Sales,en,spreadsheets,negotiation,s1
            m2,mentor,1,Legal,en,spreadsheets;chat,negotiation;budgets,s1
            e1,either,3,Product,en,video,budgets,
            s1,mentee,7,Finance,en,negotiation;budgets,spreadsheets;chat,m2
            s2,mentee,8,Research,en,negotiation,spreadsheets,m1
            """;

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
    void stable_pairs_verify_and_stand_beside_the_best_ones() throws IOException {
        assertThat(match("first: stable")).isZero();

        assertThat(counterpart.run("verify", out)).as(counterpart.out).isZero();
        assertThat(counterpart.out)
                .contains("No two people would both gain more with each other.")
                .contains("The best pairs would be");
        assertThat(Files.readString(out.resolve("edges.csv")))
                .startsWith("mentor,mentee,benefit,mentor_benefit,mentee_benefit\n");
    }

    @Test
    void two_people_who_would_leave_their_pairs_for_each_other_are_named() throws IOException {
        match("first: stable");
        var forged = new Forgery(out);

        // One point moved from a mentee's side to a mentor's keeps every sum, and makes a mentor look elsewhere.
        var rows = forged.text("edges.csv").lines().toList();
        var pairs = forged.text("pairs.csv");
        var other = rows.stream()
                .skip(1)
                .map(row -> row.split(","))
                .filter(row -> !pairs.contains(row[0] + "," + row[1] + ","))
                .filter(row -> !row[0].equals("e1") && !row[1].equals("e1"))
                .findFirst()
                .orElseThrow();
        forged.replace(
                "edges.csv", String.join(",", other), "%s,%s,%d,%d,%d".formatted(other[0], other[1], 2000, 1000, 1000));
        forged.sealAgain();

        assertThat(counterpart.run("verify", out)).isEqualTo(1);
        assertThat(counterpart.out).contains("%s and %s would both gain more".formatted(other[0], other[1]));
    }

    @Test
    void stable_needs_people_and_stands_alone() throws IOException {
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit\na,x,1\n");

        assertThat(counterpart.run("match", "--edges", edges, "--goals", "stable", "--out", out))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("stable alone, with PEOPLE.csv");
        assertThat(match("first: stable\nquotas: [{across: department, at_least: 50}]"))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("first \"stable\": cannot be reached under quotas");
    }

    private int match(String rules) throws IOException {
        return counterpart.run(
                "match",
                counterpart.file("people.csv", PEOPLE),
                "--rules",
                counterpart.file("rules.yaml", rules),
                "--out",
                out);
    }
}
