// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileEdgesTest {
    private static final String HEADER = "mentor,mentee,benefit\n";

    @TempDir
    private Path folder = Path.of("");

    private CommandLineFixture counterpart = new CommandLineFixture(folder);

    @BeforeEach
    void startAnew() {
        counterpart = new CommandLineFixture(folder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a,x,NaN              | edges.csv:2: benefit "NaN": must be a number such as 12 or 0.25
            a,x,Infinity         | edges.csv:2: benefit "Infinity": must be a number such as 12 or 0.25
            a,x,1e3              | edges.csv:2: benefit "1e3": must be a number such as 12 or 0.25
            a,x,"1,000"          | edges.csv:2: benefit "1,000": must be a number such as 12 or 0.25
            a,x,0x10             | edges.csv:2: benefit "0x10": must be a number such as 12 or 0.25
            a,x,١٢               | edges.csv:2: benefit "١٢": must be a number such as 12 or 0.25
            a,x,1.2.3            | edges.csv:2: benefit "1.2.3": must be a number such as 12 or 0.25
            a,x,.                | edges.csv:2: benefit ".": must be a number such as 12 or 0.25
            a,x,                 | edges.csv:2: benefit "": must be a number such as 12 or 0.25
            a,x,=1+1             | edges.csv:2: benefit "=1+1": must be a number such as 12 or 0.25
            a,x,9223372036854775808 | edges.csv:2: benefit "9223372036854775808": must have at most 12 digits before the point
            a,x,-1000000000000.5 | edges.csv:2: benefit "-1000000000000.5": must have at most 12 digits before the point
            a,x,0.1234567        | edges.csv:2: benefit "0.1234567": must have at most 6 decimal places
            a,x,999999999999~b,y,0.000001 | edges.csv: benefit "999999999999.000000": with so many people the largest benefit cannot be added up exactly; write all of them with fewer digits
            a,a,1                | edges.csv:2: mentee "a": is the mentor too; nobody is paired with themselves
            a,x,1~a,x,1          | edges.csv:3: mentee "x": stands with this mentor on line 2 too
            a,x,1~a, x ,2        | edges.csv:3: mentee "x": stands with this mentor on line 2 too
            é,x,1~é,x,2         | edges.csv:3: mentee "x": stands with this mentor on line 2 too
            =cmd,x,1             | edges.csv:2: mentor "=cmd": must be 1 to 100 visible characters and not start with = + - @
            ,x,1                 | edges.csv:2: mentor "": must be 1 to 100 visible characters and not start with = + - @
            a\u202Eb,x,1         | edges.csv:2: mentor "a\u202Eb": must be 1 to 100 visible characters and not start with = + - @
            "a~b",x,1            | edges.csv:2: mentor "a\uFFFDb": must be 1 to 100 visible characters and not start with = + - @
            a,x                  | edges.csv:2: has 2 cells; the header has 3
            a,x,1,2              | edges.csv:2: has 4 cells; the header has 3
            """)
    void a_line_that_cannot_be_meant_is_refused_with_place_value_and_what_is_allowed(String lines, String message)
            throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + lines.replace('~', '\n') + "\n");

        assertThat(counterpart.run("match", "--edges", edges, "--out", folder.resolve("out")))
                .isEqualTo(2);

        assertThat(counterpart.err.lines()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_column_that_stands_twice_is_refused() throws IOException {
        var edges = counterpart.file("edges.csv", "mentor,mentee,benefit,Benefit\na,x,1,2\n");

        assertThat(counterpart.run("match", "--edges", edges, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err)
                .startsWith(
                        "edges.csv:1: benefit \"Benefit\": is the second column of this name; only one can be meant");
    }

    @Test
    void a_million_repetitions_are_listed_fifty_times_and_counted() throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + "a,x,1\n".repeat(1_000_000));

        assertThat(counterpart.run("match", "--edges", edges, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err.lines()).hasSize(52);
        assertThat(counterpart.err).contains("… and 999,949 more");
    }

    @Test
    void a_cell_of_ten_million_letters_is_shown_short() throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + "a," + "x".repeat(10 << 20) + ",1\n");

        assertThat(counterpart.run("match", "--edges", edges, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).startsWith("edges.csv:2: mentee \"xxx").contains("x…\": must be");
        assertThat(counterpart.err.length()).isLessThan(300);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a,0          | caps.csv:2: capacity "0": must be a whole number from 1 to 9999
            a,-1         | caps.csv:2: capacity "-1": must be a whole number from 1 to 9999
            a,2147483648 | caps.csv:2: capacity "2147483648": must be a whole number from 1 to 9999
            a,1.5        | caps.csv:2: capacity "1.5": must be a whole number from 1 to 9999
            a,1~a,2      | caps.csv:3: person "a": is also on line 2; one line a person
            """)
    void places_that_cannot_be_meant_are_refused(String lines, String message) throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + "a,x,1\n");
        var caps = counterpart.file("caps.csv", "person,capacity\n" + lines.replace('~', '\n') + "\n");

        assertThat(counterpart.run("match", "--edges", edges, "--capacities", caps, "--out", folder.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err.lines()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a,x,-5~a,y,-2~b,x,-1              | ''             | 2 pairs, worst-off -2, total -3
            a,x,1~a,y,2~a,z,3                 | a,9999         | 3 pairs, worst-off 1, total 6
            a,b,1~b,a,2                       | ''             | 1 pair, worst-off 2, total 2
            a,b,1~b,c,2~c,a,3                 | a,2~b,2~c,2    | 1 pair, worst-off 3, total 3
            a,x,1~A,x ,2~" a",y,3             | ''             | 2 pairs, worst-off 2, total 5
            "Ann, ""B""\",x,1~Änn b,y z,2      | 'nobody,3'     | 2 pairs, worst-off 1, total 3
            a,x,0.000001~b,y,12345678         | ''             | 2 pairs, worst-off 0.000001, total 12345678.000001
            a,x,+1.500000~b,y,00.25           | ''             | 2 pairs, worst-off 0.25, total 1.75
            """)
    void an_unusual_line_has_a_right_answer_that_verifies(String lines, String places, String answer)
            throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + lines.replace('~', '\n') + "\n");
        var caps = counterpart.file("caps.csv", "person,capacity\n" + places.replace('~', '\n') + "\n");

        assertThat(counterpart.run("match", "--edges", edges, "--capacities", caps, "--out", folder.resolve("out")))
                .as(counterpart.err)
                .isZero();

        assertThat(counterpart.out).contains(answer + ";");
        assertThat(counterpart.run("verify", folder.resolve("out"))).isZero();
    }

    @Test
    void somebody_in_no_edge_is_passed_over_with_a_remark() throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + "a,x,1\n");
        var caps = counterpart.file("caps.csv", "person,capacity\na,2\nzoe,3\nyan,1\n");

        assertThat(counterpart.run("match", "--edges", edges, "--capacities", caps, "--out", folder.resolve("out")))
                .isZero();
        assertThat(counterpart.err.strip())
                .isEqualTo(
                        "caps.csv:3: person \"zoe\": is in none of the edges and was passed over, as were 2 in all.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,x,1\n", "a,x,zz\n", "é,x,1\n"})
    void a_pipe_is_read_once(String lines) throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var writing = Thread.startVirtualThread(() -> {
            try {
                Files.write(pipe, (HEADER + lines).getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });

        int code = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> counterpart.run("match", "--edges", pipe, "--out", folder.resolve("out")));

        writing.join();
        assertThat(code).isEqualTo(lines.equals("a,x,1\n") ? 0 : 2);
        assertThat(counterpart.err)
                .contains(
                        switch (lines) {
                            case "a,x,1\n" -> "";
                            case "a,x,zz\n" -> "pipe:2: benefit \"zz\"";
                            default -> "pipe: is not Unicode text";
                        });
    }

    @Test
    void packed_edges_are_read_as_they_were_written() throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + "a,x,1\na,y,3\nb,x,2\n");
        var packed = folder.resolve("edges.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(edges, out);
        }

        assertThat(counterpart.run("match", "--edges", edges, "--out", folder.resolve("plain")))
                .isZero();
        assertThat(counterpart.run("match", "--edges", packed, "--out", folder.resolve("packed")))
                .as(counterpart.err)
                .isZero();
        assertThat(folder.resolve("packed/pairs.csv")).hasSameBinaryContentAs(folder.resolve("plain/pairs.csv"));

        var bytes = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(bytes, bytes.length - 9));
        assertThat(counterpart.run("match", "--edges", packed, "--out", folder.resolve("cut")))
                .isEqualTo(2);
        assertThat(counterpart.err).startsWith("edges.csv.gz: cannot be read: ");
        assertThat(folder.resolve("cut")).doesNotExist();
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        var edges = counterpart.file("edges.csv", HEADER + "a,x,1\n");

        assertThat(counterpart.run("match", "--edges", edges, "--out", edges)).isEqualTo(2);
        assertThat(counterpart.err).contains("edges.csv: is a file or holds other files");
        assertThat(counterpart.run("match", "--edges", edges, "--out", edges.resolve("out")))
                .isEqualTo(2);
        assertThat(counterpart.err).contains("cannot be written: ").contains("edges.csv is not a folder");
        assertThat(counterpart.run("match", "--edges", edges, "--out", "/proc/counterpart"))
                .isEqualTo(2);
        assertThat(counterpart.err).startsWith("/proc/counterpart: cannot be written: ");
    }
}
