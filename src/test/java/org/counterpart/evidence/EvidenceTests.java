// SPDX-License-Identifier: Apache-2.0
package org.counterpart.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Writes down which test shows what. The document cannot be ahead of the tests, because it is made of them.
class EvidenceTests {
    private static final Path WRITTEN = Path.of("target", "evidence.md");
    private static final Path DOCUMENT = Path.of("docs", "evidence.md");

    private static final Map<String, Set<String>> REQUIREMENTS = new TreeMap<>();
    private static final Map<String, Set<String>> THREATS = new TreeMap<>();

    @BeforeAll
    static void gather() {
        for (var each : new ClassFileImporter().importPackages("org.counterpart")) {
            asvs(each).forEach(id -> note(REQUIREMENTS, id, "`%s`".formatted(each.getSimpleName())));
            threats(each).forEach(id -> note(THREATS, id, "`%s`".formatted(each.getSimpleName())));
            each.getMethods().forEach(EvidenceTests::gather);
        }
    }

    private static void gather(JavaMethod method) {
        var sentence = "`%s`: %s"
                .formatted(method.getOwner().getSimpleName(), method.getName().replace('_', ' '));
        method.tryGetAnnotationOfType(Asvs.class)
                .ifPresent(asvs -> Arrays.stream(asvs.value()).forEach(id -> note(REQUIREMENTS, id, sentence)));
        method.tryGetAnnotationOfType(Threat.class)
                .ifPresent(threat ->
                        Arrays.stream(threat.value()).forEach(id -> note(THREATS, String.valueOf(id), sentence)));
    }

    private static Stream<String> asvs(JavaClass of) {
        return of.tryGetAnnotationOfType(Asvs.class).stream().flatMap(each -> Arrays.stream(each.value()));
    }

    private static Stream<String> threats(JavaClass of) {
        return of.tryGetAnnotationOfType(Threat.class).stream()
                .flatMap(each -> Arrays.stream(each.value()).mapToObj(String::valueOf));
    }

    private static void note(Map<String, Set<String>> evidence, String id, String test) {
        evidence.computeIfAbsent(id, _ -> new TreeSet<>()).add(test);
    }

    @Test
    void every_number_on_a_test_is_one_of_the_lists() throws IOException {
        assertThat(rows("asvs.csv").keySet()).containsAll(REQUIREMENTS.keySet());
        assertThat(rows("threats.csv").keySet()).containsAll(THREATS.keySet());
    }

    /// Where there is a test, nothing needs to be said instead.
    @Test
    void what_is_not_reached_has_a_reason_and_no_test() throws IOException {
        var notReached = rows("not-reached.csv");

        assertThat(rows("asvs.csv").keySet()).containsAll(notReached.keySet());
        assertThat(notReached.keySet()).doesNotContainAnyElementsOf(REQUIREMENTS.keySet());
    }

    @Test
    void the_document_says_what_the_tests_show() throws IOException {
        var document = document();
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, document);

        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .describedAs("docs/evidence.md is made of the tests. Renew it with: cp target/evidence.md docs/")
                .isEqualTo(document);
    }

    private static String document() throws IOException {
        var text = new StringBuilder();
        var asvs = rows("asvs.csv");
        var threats = rows("threats.csv");
        var notReached = rows("not-reached.csv");
        text.append("""
                # Evidence
                Which test shows what. This page is made of the tests (`EvidenceTests`); each of them runs with `bin/test`, \
                so a line with
                tests is true of every build that passed, and a line without is open.

                ## Threats
                %d of %d have a test.

                | | threat | tests |
                |---|---|---|
                """.formatted(THREATS.size(), threats.size()));
        threats.forEach((id, cells) -> line(text, THREATS, id, cells));
        text.append("""

                ## Requirements
                Of the OWASP Application Security Verification Standard 5.0.0, those that can be tested by a program, in \
                our words; the
                level in brackets. %d of %d have a test, and %d are about something that is not here.

                | | requirement | tests |
                |---|---|---|
                """.formatted(REQUIREMENTS.size(), asvs.size(), notReached.size()));
        var evidence = new TreeMap<>(REQUIREMENTS);
        notReached.forEach((id, why) -> evidence.put(id, Set.of("not reached: " + why.getLast())));
        asvs.forEach((id, cells) -> line(text, evidence, id, cells));
        return text.toString();
    }

    private static void line(StringBuilder text, Map<String, Set<String>> evidence, String id, List<String> cells) {
        var level = cells.size() > 1 ? " (%s)".formatted(cells.getFirst()) : "";
        text.append("| %s%s | %s | %s |%n"
                .formatted(id, level, cells.getLast(), String.join("<br>", evidence.getOrDefault(id, Set.of("open")))));
    }

    /// The cells after the id, by id, in the order of the file.
    private static Map<String, List<String>> rows(String file) throws IOException {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var line : Files.readAllLines(Path.of("src", "test", "resources", "evidence", file))) {
            var cells = List.of(line.split(",", file.equals("asvs.csv") ? 3 : 2));
            if (!cells.getFirst().equals("id")) {
                rows.put(cells.getFirst(), cells.subList(1, cells.size()));
            }
        }
        return rows;
    }
}
