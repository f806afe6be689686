// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    private static final String HEADER = "id,name,email,role,level,manager_id,capacity,offers,avoid\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                       | people.csv: is empty; the first line must name the columns
            'id,name,role'                           | people.csv: names columns but holds no rows
            'name,role~Amira,mentor'                 | people.csv:1: id : no column gives each person’s own number; name one “id”
            'id,role~a,mentor~a,mentor'              | people.csv:3: id "a": is also on line 2; one line a person
            'id,role~a,mentor~a,mentee'              | people.csv:3: id "a": is also on line 2; one line a person. Somebody willing to be either has one line with the role either, and is assigned to one of the two
            'id,role~a,both'                         | people.csv:2: role "both": must be mentor, mentee or either; nobody is both in one programme: either is assigned to one of the two
            'id,role~a,boss'                         | people.csv:2: role "boss": must be mentor, mentee, either, or empty for somebody who does not take part
            'id,role,capacity~a,mentor,0'            | people.csv:2: capacity "0": must be a whole number from 1 to 20
            'id,role,capacity~a,mentor,-1'           | people.csv:2: capacity "-1": must be a whole number from 1 to 20
            'id,role,capacity~a,mentor,two'          | people.csv:2: capacity "two": must be a whole number from 1 to 20
            'id,role,name~a,mentor,=HYPERLINK(1)'    | people.csv:2: name "=HYPERLINK(1)": starts with "=", which spreadsheets run as a formula; remove that character
            'id,role,offers~a,mentor,@cmd'           | people.csv:2: offers "@cmd": starts with "@", which spreadsheets run as a formula; remove that character
            'id,role,manager_id~a,mentor,z'          | people.csv:2: manager_id "z": is nobody’s id in this file
            'id,role,manager_id~a,mentor,a'          | people.csv:2: manager_id "a": is the person’s own number; leave it empty at the top
            'id,manager_id~a,b~b,c~c,a'              | people.csv:2: manager_id "b": the reporting lines go round in a circle: a → b → c → a
            'id,role,level~a,mentor,high'            | people.csv:2: level "high": must be a whole number from 1 to 99, larger for more senior
            'id,role,avoid~a,mentor,q'               | people.csv:2: avoid "q": is nobody’s id in this file
            'id,role,name~a,mentor'                  | people.csv:2: has 2 cells; the header has 3
            'id,role,timezone~a,mentor,Mars/Base'    | people.csv:2: timezone "Mars/Base": must be a time zone such as Europe/Berlin or UTC+2
            'id,email,role~a,nobody,mentor'          | people.csv:2: email "nobody": must be one address such as name@company.example
            """)
    void a_faulty_roster_is_refused_with_place_value_and_what_is_allowed(String text, String message)
            throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = counterpart.file("people.csv", text.replace('~', '\n'));

        int code = counterpart.run("match", people, "--out", folder.resolve("out"));

        assertThat(code).isEqualTo(2);
        assertThat(counterpart.err.lines().toList()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void an_answer_of_ten_thousand_characters_is_refused_by_its_length() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = counterpart.file("people.csv", "id,role,goals\na,mentor," + "x".repeat(10_000) + "\n");

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err)
                .contains("goals \"xxxxxxxxxx")
                .contains("has 10,000 characters; at most 2,000 are allowed");
    }

    @Test
    void a_file_in_another_encoding_is_refused_with_its_line() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = Files.write(
                folder.resolve("people.csv"), "id,name\na,Amira\nb,Björk\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("people.csv:3: is not Unicode text");
    }

    @Test
    void a_file_of_six_hundred_megabytes_is_refused_unread() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = folder.resolve("people.csv");
        try (var file = new RandomAccessFile(people.toFile(), "rw")) {
            file.setLength(600L << 20);
        }

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("people.csv: has 600 MB; at most 512 MB can be read at once");
    }

    @Test
    @Asvs("5.2.3")
    @Threat(25)
    void a_packed_file_that_unpacks_to_six_hundred_megabytes_is_refused_while_it_is_read() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = folder.resolve("people.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(people))) {
            out.write("id,role\n".getBytes(StandardCharsets.UTF_8));
            var line = (" ".repeat((1 << 20) - 1) + "\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 600; i++) {
                out.write(line);
            }
        }

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err)
                .contains(
                        "people.csv.gz: holds more than 512 MB once it is unpacked; at most so many can be read at once");
    }

    @Test
    void a_workbook_is_refused_with_what_to_do() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = Files.write(folder.resolve("people.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("this is a workbook, not a text file; save it as CSV UTF-8");
    }

    @Test
    void utf_16_with_tabs_and_the_names_of_an_hr_export_is_read() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var text = "\uFEFFEmployee ID\tFirst Name\tLast Name\tWork Email\tJob Level\tDepartment\tRole\tDate of birth\n"
                + "1\tÓlafur\tŽilinskas\to@x.example\tL2\tLegal\tMentor\t1\n2\t玲\t王\tw@x.example\tL6\tSales\tMENTEE\t1\n";
        var people = Files.write(folder.resolve("people.txt"), text.getBytes(StandardCharsets.UTF_16LE));

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isZero();
        assertThat(Files.readString(folder.resolve("out/pairs.csv"))).contains("1,2,");
        assertThat(counterpart.err).contains("“Date of birth” is not");
    }

    @Test
    void at_most_fifty_faults_are_listed_and_the_rest_counted() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = counterpart.file("people.csv", HEADER + row(71));

        assertThat(counterpart.run("match", people, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err.lines().filter(line -> line.startsWith("people.csv:")))
                .hasSize(50);
        assertThat(counterpart.err).contains("… and 21 more");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            '- 1~- 2'                     | rules.yaml: "[1, 2]": must be settings, one a line, such as level_gap: required
            'strict'                      | rules.yaml: "strict": must be settings, one a line, such as level_gap: required
            'levels: 2~levels: 3'         | rules.yaml: while constructing a mapping
            'levels: !!java.net.URL [x]'  | rules.yaml: Global tag is not allowed: tag:yaml.org,2002:java.net.URL
            'levels: [1, 2]'              | rules.yaml: levels "[1, 2]": must be a whole number from 1 to 10
            'levels: 11'                  | rules.yaml: levels "11": must be a whole number from 1 to 10
            'fame: required'              | rules.yaml: fame: is no rule;
            'level_gap: maybe'            | rules.yaml: level_gap "maybe": must be required, preferred or ignored
            'é'                           | rules.yaml: is not Unicode text
            """)
    void rules_that_are_none_are_refused_on_one_line(String text, String message) throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = counterpart.file("people.csv", "id,role\na,mentor\nb,mentee\n");
        var rules = Files.write(
                folder.resolve("rules.yaml"), text.replace('~', '\n').getBytes(StandardCharsets.ISO_8859_1));

        assertThat(counterpart.run("match", people, "--rules", rules, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).startsWith(message);
        assertThat(counterpart.err.lines()).hasSize(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_folder_of_rules_is_refused_and_an_empty_file_changes_nothing() throws IOException {
        var counterpart = new CommandLineFixture(folder);
        var people = counterpart.file("people.csv", "id,role\na,mentor\nb,mentee\n");

        assertThat(counterpart.run("match", people, "--rules", folder, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("cannot be read");
        assertThat(counterpart.run(
                        "match", people, "--rules", counterpart.file("rules.yaml", ""), "--out", folder.resolve("out")))
                .isZero();
    }

    private static String row(int count) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("p").append(i).append(",,,boss,,,,,\n");
        }
        return rows.toString();
    }
}
