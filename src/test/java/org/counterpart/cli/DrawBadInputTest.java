// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawBadInputTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            'id,site~a,X~b,Y'        | --places 0                       | --places "0": must be a whole number from 1 to 2, which is how many applied
            'id,site~a,X~b,Y'        | --places -3                      | --places "-3": must be a whole number from 1 to 2, which is how many applied
            'id,site~a,X~b,Y'        | --places 3                       | --places "3": is more than the 2 who applied; everyone can start, so nothing is drawn
            'id,site~a,X~b,Y'        | --places 999999999               | --places "999999999": is more than the 2 who applied; everyone can start, so nothing is drawn
            'id,site~a,X~b,Y'        | --places many                    | --places "many": must be a whole number, or one for each role such as mentor=20,mentee=20
            'id,site~a,X~b,Y'        | --places 99999999999999999999    | --places "99999999999999999999": must be a whole number, or one for each role such as mentor=20,mentee=20
            'id,site~a,X~b,Y'        | --places 1 --reserve -1          | --reserve "-1": must be a whole number from 0
            'id,site~a,X~b,Y'        | --places 1 --reserve 2           | --reserve "2": of 2 applicants 1 start, so at most 1 can be in reserve
            'id,site~a,X~b,Y'        | --places 1 --reserve mentor=1,mentee=1 | --reserve "mentor=1,mentee=1": must be of the same kind as --places "1": one number, or one for each role
            'id,site~a,X~b,Y'        | --places mentor=1,mentor=1       | --places "mentor=1,mentor=1": must be a whole number, or one for each role such as mentor=20,mentee=20
            'id,site~a,X~b,Y'        | --places mentor=1,mentee=1       | a.csv:1: role : no column has this name; the columns are id, site
            'id,role~a,mentor~b,either' | --places mentor=1,mentee=2    | --places "mentor=1,mentee=2": with the reserve 1 mentors and 2 mentees are needed; 1 applied as mentor, 0 as mentee and 1 as either
            'id,role~a,boss~b,either' | --places mentor=1,mentee=1      | a.csv:2: role "": must be mentor, mentee or either, because places are drawn by role
            'id,site~a,X~b,Y'        | --places 1 --strata floor        | a.csv:1: floor : no column has this name; the columns are id, site
            'id,site~a,X~b,Y'        | --places 1 --strata site,Site    | --strata "site": must be at most 10 columns, each once
            'id,gender~a,X~b,Y'      | --places 1 --strata gender       | --strata "gender": nothing is drawn by such facts; name columns such as department or site
            'id,site,office~a,X,Y'   | --places 1 --strata site         | a.csv:1: site : is the second column of this name; only one can be meant
            'id,id~a,X~b,Y'          | --places 1                       | a.csv:1: id : is the second column of this name; only one can be meant
            'name,site~a,X'          | --places 1                       | a.csv:1: id : no column has this name; the columns are name, site
            'id,site~a,X~b,'         | --places 1 --strata site         | a.csv:3: stratum "": must have 1 to 200 visible characters, so that everyone has a stratum; write “none” where there is none
            'id,site~a,X~,Y'         | --places 1                       | a.csv:3: id "": must have 1 to 100 visible characters; each applicant needs their own
            'id,site~a,X~A,Y'        | --places 1                       | a.csv:3: id "A": is also on line 2, small letters and capitals taken alike; each applicant has one ticket
            'id,word~a,=1+1~b,c'     | --places 1                       | a.csv:2: word "=1+1": starts with "=", which spreadsheets run as a formula; remove that character
            'id,word~@a,x~b,c'       | --places 1                       | a.csv:2: id "@a": starts with "@", which spreadsheets run as a formula; remove that character
            'id,site~a,X,Y'          | --places 1                       | a.csv:2: has 3 cells; the header has 2
            'id,site'                | --places 1                       | a.csv: names columns but holds no rows
            ''                       | --places 1                       | a.csv: is empty; the first line must name the columns
            'id,role~a,~b,'          | --places 1                       | APPLICANTS.csv "": nobody applied, so there is nothing to draw
            """)
    void what_cannot_be_drawn_is_refused_with_place_value_and_what_is_allowed(
            String text, String options, String message) throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var file = counterpart.file("a.csv", text.replace('~', '\n'));

        assertThat(counterpart.run(arguments(file, options))).isEqualTo(2);

        assertThat(counterpart.err.lines().toList()).contains(message);
        assertThat(counterpart.out).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void ten_thousand_characters_are_refused_by_their_number() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var file = counterpart.file("a.csv", "id,word\na,%s\nb,%s\n".formatted("x".repeat(10_000), "y".repeat(201)));

        assertThat(counterpart.run(arguments(file, "--places 1"))).isEqualTo(2);
        assertThat(counterpart.err).contains("has 10,000 characters; at most 2,000 are allowed");

        var shorter = counterpart.file("a.csv", "id,word\na,x\nb,%s\n".formatted("y".repeat(201)));
        assertThat(counterpart.run(arguments(shorter, "--places 1"))).isEqualTo(2);
        assertThat(counterpart.err).contains("must have at most 200 visible characters");
    }

    @Test
    void a_seed_is_needed_and_must_be_visible() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var file = counterpart.file("a.csv", "id\na\nb\n");

        assertThat(counterpart.run("draw", file, "--places", 1, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).startsWith("Name APPLICANTS.csv, --places, --seed and --out to draw");
        assertThat(counterpart.run("draw", file, "--places", 1, "--seed", " ", "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("--seed \" \": must have 1 to 200 visible characters");
        assertThat(counterpart.run("draw", "--commit")).isEqualTo(2);
        assertThat(counterpart.run("draw")).isEqualTo(2);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        var counterpart = new CommandLineFixture(folder);

        assertThat(counterpart.run(arguments(folder.resolve("nowhere.csv"), "--places 1")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("nowhere.csv: cannot be read");
    }

    private Object[] arguments(Path file, String options) {
        var all = new ArrayList<Object>(List.of("draw", file, "--seed", "a seed of some length, at random"));
        all.addAll(List.of(options.split(" ")));
        all.addAll(List.of("--out", folder.resolve("out")));
        return all.toArray();
    }
}
