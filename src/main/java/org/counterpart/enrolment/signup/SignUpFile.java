// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.signup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.Window;
import org.counterpart.people.Person;
import org.counterpart.people.roster.Cells;
import org.counterpart.people.roster.Fault;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Heading;
import org.counterpart.people.roster.RosterReader;
import org.counterpart.people.roster.Rows.Row;
import org.counterpart.people.roster.Table;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads PEOPLE.csv: everyone the file names, and a sign-up for each line with a role. A line without a role is
/// there for the reporting lines only. Any fault refuses the whole file.
public final class SignUpFile {
    private static final int MOST_PLACES = 20;

    private final Cells cells;
    private final List<Saying> warnings;

    private SignUpFile(Cells cells, List<Saying> warnings) {
        this.cells = cells;
        this.warnings = warnings;
    }

    /// What reading a file came to.
    public sealed interface Reading {}

    /// @param columns that the file has; what it has no column for is unknown, not empty
    public record Read(Map<String, Person> people, List<SignUp> signUps, List<Saying> warnings, Set<Heading> columns)
            implements Reading {}

    /// Every fault, by line, and what the lines without a fault say.
    public record Refused(List<Fault> faults, Read sound) implements Reading {
        /// How many lines have a fault.
        public int lines() {
            return (int) faults.stream()
                    .mapToInt(Fault::line)
                    .filter(line -> line > 1)
                    .distinct()
                    .count();
        }
    }

    /// @param known ids of people who need not be in the file
    public static Reading read(Path file, Set<String> known) {
        var faults = new Faults(String.valueOf(file.getFileName()));
        return read(Table.read(file, faults), faults, known);
    }

    /// Reads a file that is in memory.
    public static Reading read(String name, byte[] content, Set<String> known) {
        var faults = new Faults(name);
        return read(Table.read(content, faults), faults, known);
    }

    private static Reading read(Table table, Faults faults, Set<String> known) {
        var warnings = new ArrayList<Saying>();
        if (faults.any()) {
            return new Refused(faults.byLine(), new Read(Map.of(), List.of(), List.of(), Set.of()));
        }
        var cells = Cells.of(table, faults, warnings);
        var people = RosterReader.read(table, cells, faults, known);
        var signUps = new SignUpFile(cells, warnings).signUps(table, people, known);
        var read = new Read(people, signUps, warnings, cells.headings());
        return faults.any() ? new Refused(faults.byLine(), sound(read, table, cells, faults)) : read;
    }

    private static Read sound(Read read, Table table, Cells cells, Faults faults) {
        var people = new LinkedHashMap<>(read.people());
        var faulty = faults.byLine().stream().map(Fault::line).collect(Collectors.toSet());
        for (var row : table.rows()) {
            if (faulty.contains(row.line()) && cells.text(row, Heading.ID) instanceof String id) {
                people.remove(id);
            }
        }
        var signUps = read.signUps().stream()
                .filter(signUp -> people.containsKey(signUp.personId()))
                .toList();
        return new Read(people, signUps, read.warnings(), read.columns());
    }

    private List<SignUp> signUps(Table table, Map<String, Person> people, Set<String> known) {
        var everyone = new HashSet<>(known);
        everyone.addAll(people.keySet());
        var signUps = new ArrayList<SignUp>();
        for (var row : table.rows()) {
            var id = cells.has(Heading.ID) ? row.cells().isEmpty() ? null : cells.text(row, Heading.ID) : null;
            var role = role(row);
            int capacity = capacity(row);
            var others =
                    List.of(others(row, Heading.AVOID, everyone, known), others(row, Heading.PREFER, everyone, known));
            if (id != null && role != null && capacity > 0) {
                signUps.add(new SignUp(
                        id,
                        role,
                        capacity,
                        cells.list(row, Heading.OFFERS),
                        cells.list(row, Heading.WANTS),
                        cells.text(row, Heading.GOALS),
                        availability(row),
                        Set.copyOf(others.getFirst()),
                        others.getLast()));
            }
        }
        return signUps;
    }

    private static String nobody(Set<String> known) {
        return known.isEmpty() ? "roster.nobody" : "roster.nobody-anywhere";
    }

    private @Nullable Role role(Row row) {
        var role = cells.text(row, Heading.ROLE);
        if (role == null) {
            return null;
        }
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "mentor" -> Role.MENTOR;
            case "mentee" -> Role.MENTEE;
            case "either" -> Role.EITHER;
            case "both", "mentor;mentee", "mentor and mentee", "mentor/mentee" -> {
                cells.refuse(row, Heading.ROLE, role, "roster.role-both");
                yield null;
            }
            default -> {
                cells.refuse(row, Heading.ROLE, role, "roster.role");
                yield null;
            }
        };
    }

    private int capacity(Row row) {
        var text = cells.text(row, Heading.CAPACITY);
        if (text == null) {
            return 1;
        }
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_PLACES) {
            return Integer.parseInt(text);
        }
        cells.refuse(row, Heading.CAPACITY, text, "roster.capacity");
        return 0;
    }

    private List<String> others(Row row, Heading heading, Set<String> everyone, Set<String> known) {
        var others = cells.list(row, heading);
        for (var other : others) {
            if (!everyone.contains(other)) {
                cells.refuse(row, heading, other, nobody(known));
            }
        }
        return others;
    }

    private List<Window> availability(Row row) {
        var windows = new ArrayList<Window>();
        for (var item : cells.list(row, Heading.AVAILABILITY)) {
            var understood = Hours.read(item);
            if (understood.isEmpty()) {
                warnings.add(Saying.of("roster.availability", row.line(), item));
            }
            windows.addAll(understood);
        }
        return windows;
    }
}
