// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.counterpart.Doors;
import org.counterpart.enrolment.draw.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the pages give away of a draw, in the hands of somebody who has nothing but the command: a process of its own,
/// without the database.
class RepeatedElsewhereTest extends DrawScene {
    @Autowired
    private Doors doors;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder = Path.of("");

    private Path result = folder;
    private ProgrammeDraw draw =
            new ProgrammeDraw(new java.util.UUID(0, 0), 1, "", java.time.Instant.EPOCH, null, null);
    private String applicants = "";

    @BeforeEach
    void a_draw_as_it_is_downloaded() throws IOException {
        var call = drawn(Call.in(application)
                .alikeIn("SITE,LEVEL")
                .opens("4+2", "4+2")
                .apply(11, 9, 3)
                .closes());
        var olga = doors.owner(port);
        var home = "/programmes/%s/draw/".formatted(call.programme);
        result = Files.createDirectories(folder.resolve("result"));
        unzip(olga.download(home + "result.zip").body());
        applicants = new String(olga.download(home + "applicants.csv").body(), UTF_8);
        draw = draws.find(call.programme).orElseThrow();
        Files.write(
                folder.resolve("proof.json"),
                doors.reader(port, "m3@x.example")
                        .download("/calls/%s/place/proof.json".formatted(call.programme))
                        .body());
    }

    @Test
    void the_command_comes_to_the_same_draw_the_same_list_and_the_same_place() throws Exception {
        var repeated = check();
        assertThat(repeated.out()).contains("23", draw.commitment(), list());
        assertThat(repeated.code()).describedAs(repeated.out()).isZero();
        assertThat(Files.readString(result.resolve("draw.json"))).contains("\"witness_source\": \"" + SOURCE + "\"");

        assertThat(close(applicants)).isEqualTo(list());

        var proven = command("draw", "--check", folder.resolve("proof.json").toString(), "--list", list());
        assertThat(proven.code()).describedAs(proven.out()).isZero();
        assertThat(Files.readString(folder.resolve("proof.json"))).contains(SOURCE);
    }

    @Test
    void one_applicant_one_stratum_or_another_seed_is_another_hash_and_is_refused() throws Exception {
        var one = applicants.lines().skip(1).findFirst().orElseThrow();
        var number = one.substring(0, one.indexOf(','));
        var stratum = one.contains("Porto") ? "Porto" : "Turin";
        var another = stratum.equals("Porto") ? "Turin" : "Porto";
        var seed = requireNonNull(draw.held()).secret().seed();

        for (var change : List.of(
                new Change("an applicant", one + "\n", "", "\"id\":\"" + number, "\"id\":\"nobody2222222"),
                new Change(
                        "a stratum",
                        one,
                        one.replace(stratum, another),
                        "(\"id\":\"%s\",\"role\":\"[a-z]+\",\"stratum\":\\[\"[0-9]+\",\")%s".formatted(number, stratum),
                        "$1" + another),
                new Change("the seed", "", "", seed, "0" + seed.substring(1).replace('0', '1')),
                new Change("the word of the witness", "", "", WITNESS, "Lottery of 9 December: 1 2 3"))) {
            if (!change.line().isEmpty()) {
                assertThat(close(applicants.replace(change.line(), change.instead())))
                        .describedAs(change.what())
                        .matches("[0-9a-f]{64}")
                        .isNotEqualTo(list());
            }
            var json = Files.readString(result.resolve("draw.json"));
            var forged = json.replaceFirst(change.text(), change.forged());
            assertThat(forged).describedAs(change.what()).isNotEqualTo(json);
            Files.writeString(result.resolve("draw.json"), forged);
            var refused = check();
            assertThat(refused.code())
                    .describedAs("%s: %s", change.what(), refused.out())
                    .isOne();
            Files.writeString(result.resolve("draw.json"), json);
        }
        assertThat(Secret.commitment("0" + seed)).isNotEqualTo(draw.commitment());
    }

    /// @param line of applicants.csv; empty where it is not in there
    private record Change(String what, String line, String instead, String text, String forged) {}

    private record Answer(int code, String out) {}

    private String list() {
        return requireNonNull(draw.list()).digest();
    }

    private Answer check() throws Exception {
        return command("draw", "--check", result.toString(), "--commitment", draw.commitment(), "--list", list());
    }

    private String close(String text) throws Exception {
        var file = Files.writeString(folder.resolve("applicants.csv"), text);
        var closed = command(
                "draw",
                file.toString(),
                "--places",
                "mentor=4,mentee=4",
                "--reserve",
                "mentor=2,mentee=2",
                "--strata",
                "level,site",
                "--close");
        return closed.out().strip();
    }

    /// As `bin/counterpart` starts it, from the classes that are tested.
    private Answer command(String... words) throws Exception {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.counterpart.cli.Main"));
        line.addAll(List.of(words));
        var log = folder.resolve("command.log");
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Answer(process.waitFor(), Files.readString(log));
    }

    private void unzip(byte[] zip) throws IOException {
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Files.write(result.resolve(entry.getName()), files.readAllBytes());
            }
        }
    }
}
