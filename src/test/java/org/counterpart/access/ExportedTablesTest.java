// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a spreadsheet program would do with the tables that are handed out.
@CounterpartTest
class ExportedTablesTest {
    /// One of everything that begins a formula somewhere, each with a mentee, an offer and a want that do.
    private static final List<String> BEGINNINGS = List.of("=", "+", "-", "@", "\t=", "\r=", "＝", "＠", "|", "%");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ProposingPairs proposing;

    @Test
    @Asvs("1.2.10")
    @Threat(25)
    void no_cell_of_a_proof_begins_a_formula_whatever_ids_names_and_offers_do() throws IOException {
        var owner = doors.owner(port);
        var programme = new Programme(UUID.randomUUID(), "=1+1", 40, SettableClock.START);
        programmes.start(programme);
        for (int i = 0; i < BEGINNINGS.size(); i++) {
            signUp(programme.id(), BEGINNINGS.get(i) + "mentor" + i, Role.MENTOR, 1, BEGINNINGS.get(i) + "cmd()");
            signUp(programme.id(), BEGINNINGS.get(i) + "mentee" + i, Role.MENTEE, 6, BEGINNINGS.get(i) + "cmd()");
        }
        signUp(programme.id(), "=left", Role.MENTEE, 6, "=left()");
        var run = ((ProposingPairs.Proposed) proposing.run(programme.id(), "", Season.OWNER)).run();

        var tables = tables(owner.download("/programmes/%s/matching/runs/%s/proof".formatted(programme.id(), run.id()))
                .body());

        assertThat(tables.keySet()).contains("pairs.csv", "unmatched.csv", "capacities.csv", "edges.csv");
        assertThat(tables.get("pairs.csv")).hasSizeGreaterThan(6 * BEGINNINGS.size());
        tables.forEach((name, cells) -> assertThat(cells)
                .describedAs(name)
                .noneMatch(cell -> !cell.matches("-?\\d+(\\.\\d+)?") && cell.matches("(?s)[=+\\-@\t\r].*")));
    }

    private void signUp(UUID programme, String id, Role role, int level, String phrase) {
        people.save(List.of(new Person(id, id, null, level, null, null, null, null, Set.of("en"), null)));
        signUps.save(
                programme,
                List.of(new SignUp(
                        id, role, 1, List.of(phrase), List.of(phrase), null, List.of(), Set.of(), List.of())));
    }

    /// The cells of every table, by its name.
    private static Map<String, List<String>> tables(byte[] zip) throws IOException {
        var tables = new HashMap<String, List<String>>();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                if (entry.getName().endsWith(".csv")) {
                    var cells = new ArrayList<String>();
                    CsvReader.builder()
                            .ofCsvRecord(new String(files.readAllBytes(), StandardCharsets.UTF_8))
                            .forEach(row -> cells.addAll(row.getFields()));
                    tables.put(entry.getName().replaceAll(".*/", ""), cells);
                }
            }
        }
        return tables;
    }
}
