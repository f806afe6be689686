// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.Window;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// Writes an organisation as the PEOPLE.csv that an import or `match` reads.
public final class PeopleCsv {
    private PeopleCsv() {}

    public static String of(Organisation organisation) {
        var signUps = new HashMap<String, SignUp>();
        organisation.signUps().forEach(signUp -> signUps.put(signUp.personId(), signUp));
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    ("id,name,email,role,level,department,site,country,timezone,languages,manager_id,capacity,offers,wants,"
                                    + "goals,availability,avoid,prefer,contract")
                            .split(","));
            for (var person : organisation.people()) {
                csv.writeRecord(cells(person, signUps.get(person.id())));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> cells(Person person, @Nullable SignUp signUp) {
        return List.of(
                person.id(),
                person.name(),
                text(person.email()),
                signUp == null ? "" : signUp.role().name().toLowerCase(Locale.ROOT),
                text(person.level()),
                text(person.department()),
                text(person.site()),
                text(person.country()),
                text(person.timezone()),
                String.join(";", person.languages().stream().sorted().toList()),
                text(person.managerId()),
                signUp == null ? "" : text(signUp.capacity()),
                signUp == null ? "" : String.join(";", signUp.offers()),
                signUp == null ? "" : String.join(";", signUp.wants()),
                signUp == null ? "" : text(signUp.goals()),
                signUp == null
                        ? ""
                        : String.join(
                                ";",
                                signUp.availability().stream()
                                        .map(PeopleCsv::hours)
                                        .toList()),
                signUp == null
                        ? ""
                        : String.join(";", signUp.avoid().stream().sorted().toList()),
                signUp == null ? "" : String.join(";", signUp.prefer()),
                text(person.contract()));
    }

    private static String hours(Window window) {
        return "%s %02d:%02d-%02d:%02d"
                .formatted(
                        window.day().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                        window.from() / 60,
                        window.from() % 60,
                        window.to() / 60,
                        window.to() % 60);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
