// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaCommandTest {
    private static final String PEOPLE = """
            id,role,level,department,site,languages,offers,wants
            m1,mentor,1,Sales,Leeds,en,spreadsheets,negotiation
            m2,mentor,1,Sales,Leeds,en,chat,budgets
            m3,mentor,2,Legal,Pune,en,video,
            s1,mentee,7,Sales,Leeds,en,negotiation,spreadsheets
            s2,mentee,8,Sales,Pune,en,budgets,chat
            """;

    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);
    private Path out = Path.of("");

    @BeforeEach
    void readPeople() throws IOException {
        counterpart = new CommandLineFixture(folder);
        out = folder.resolve("out");
    }

    @Test
    void a_preferred_share_is_kept_as_far_as_it_can_be_and_its_price_is_told() throws IOException {
        assertThat(match("""
                different_department: ignored
                quotas:
                  - across: department
                    at_least: 60
                """)).isZero();

        assertThat(counterpart.out)
                .contains("At least 60 % of the pairs join two departments: 1 of 2 do, and no more can.")
                .contains("Without it there would be 2 pairs");
        assertThat(counterpart.run("verify", out)).isZero();
    }

    @Test
    void a_required_share_may_cost_pairs_and_says_whom_it_leaves_out() throws IOException {
        assertThat(match("""
                different_department: ignored
                quotas:
                  - across: department
                    at_least: 100
                    strength: required
                """)).isZero();

        assertThat(counterpart.out).contains("1 pair,").contains("Without it there would be 2 pairs");
        assertThat(Files.readString(out.resolve("unmatched.csv"))).contains("would go against the quotas");
        assertThat(counterpart.run("verify", out)).isZero();
    }

    @Test
    void the_fewest_quotas_and_rules_that_conflict_are_named() throws IOException {
        assertThat(match("""
                different_department: required
                quotas:
                  - site: Leeds
                    at_least: 1
                    who: mentors
                    strength: required
                  - levels: 1-2
                    at_least: 1
                    strength: required
                """)).isEqualTo(2);

        assertThat(counterpart.err)
                .contains("Mentors in Leeds take at least one place; They work in different departments.");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_quota_said_to_be_out_of_reach_that_is_not_is_found() throws IOException {
        match("""
                different_department: ignored
                quotas:
                  - site: Pune
                    at_least: 2
                """);
        var forged = new Forgery(out);

        forged.within("quotas", "\"in_force\" : 2", "\"in_force\" : 1").sealAgain();

        assertThat(counterpart.run("verify", out)).isEqualTo(1);
        assertThat(counterpart.out).contains("quota 1");
    }

    @Test
    void a_multiplier_more_than_there_are_quotas_is_found() throws IOException {
        match("""
                different_department: ignored
                quotas:
                  - across: department
                    at_least: 50
                    strength: required
                """);
        var forged = new Forgery(out);

        forged.within("most", "\"multipliers\" : [", "\"multipliers\" : [ -1, ").sealAgain();

        assertThat(counterpart.run("verify", out)).isEqualTo(1);
        assertThat(counterpart.out).contains("must have a multiplier for each of the 1 quotas");
    }

    @Test
    void every_fault_of_a_quota_names_its_entry_and_what_is_allowed() throws IOException {
        assertThat(match("quotas: many")).isEqualTo(2);
        assertThat(counterpart.err).contains("must be a list of entries");
        assertThat(match("quotas: [{across: floor, at_least: 60}]")).isEqualTo(2);
        assertThat(counterpart.err).contains("entry 1, across \"floor\": must be department or site");
        assertThat(match("quotas: [{site: Leeds, levels: 3, at_least: 6}]")).isEqualTo(2);
        assertThat(counterpart.err).contains("entry 1: must name exactly one of");
        assertThat(match("quotas: [{across: site, at_least: 101}]")).isEqualTo(2);
        assertThat(counterpart.err).contains("at_least \"101\": must be a whole number from 1 to 100");
        assertThat(match("quotas: [{levels: 3-1, at_least: 6}]")).isEqualTo(2);
        assertThat(counterpart.err).contains("levels \"3-1\"");
        assertThat(match("quotas: [{site: Leeds, at_least: 6, whom: all}]")).isEqualTo(2);
        assertThat(counterpart.err).contains("whom: is not known");
    }

    @Test
    void the_sample_of_rules_matches_the_sample_of_people() {
        assertThat(counterpart.run("match", "samples/people.csv", "--rules", "samples/rules.yaml", "--out", out))
                .isZero();
        assertThat(counterpart.out)
                .contains("At least 80 % of the pairs join two departments: kept")
                .contains("Mentors of level 1-2 take at least 10 places: kept");
        assertThat(counterpart.run("verify", out)).isZero();
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
