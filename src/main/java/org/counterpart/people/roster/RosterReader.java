// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.counterpart.people.Person;
import org.counterpart.people.roster.Rows.Row;
import org.jspecify.annotations.Nullable;

/// Reads the person in each line of a roster: one line a person, every manager in the file or already known, no
/// cycles.
public final class RosterReader {
    private static final Pattern LEVEL = Pattern.compile("(?i)(?:level|grade|band|l|g)?[ .-]?(\\d{1,2})");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"',;]{1,64}@[^\\s@<>\"',;][^\\s@<>\"',;.]*+\\.[^\\s@<>\"',;]{2,}");
    private static final Map<String, String> LANGUAGE_TAGS = languageTags();

    private final Cells cells;
    private final Faults faults;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Integer> emails = new HashMap<>();

    private RosterReader(Cells cells, Faults faults) {
        this.cells = cells;
        this.faults = faults;
    }

    /// @param known ids of people who need not be in the file to be somebody's manager
    public static Map<String, Person> read(Table table, Cells cells, Faults faults, Set<String> known) {
        var reader = new RosterReader(cells, faults);
        if (!cells.has(Heading.ID)) {
            faults.add(1, "id", null, "roster.no-id-column");
            return Map.of();
        }
        table.rows().forEach(reader::add);
        reader.checkManagers(known);
        return reader.people;
    }

    private void add(Row row) {
        var id = cells.text(row, Heading.ID);
        if (id == null) {
            faults.add(row.line(), "id", "", "roster.no-id");
            return;
        }
        if (id.length() > 100 || id.indexOf('\n') >= 0) {
            cells.refuse(row, Heading.ID, id, "roster.long-id");
            return;
        }
        var earlier = rows.putIfAbsent(id, row);
        if (earlier != null) {
            cells.refuse(row, Heading.ID, id, duplicate(row, earlier), earlier.line());
            return;
        }
        people.put(id, person(row, id));
    }

    private String duplicate(Row row, Row earlier) {
        var role = cells.text(row, Heading.ROLE);
        var earlierRole = cells.text(earlier, Heading.ROLE);
        return role != null && earlierRole != null && !role.equalsIgnoreCase(earlierRole)
                ? "roster.twice-in-two-roles"
                : "roster.twice";
    }

    private Person person(Row row, String id) {
        return new Person(
                id,
                name(row, id),
                email(row),
                level(row),
                cells.text(row, Heading.DEPARTMENT),
                cells.text(row, Heading.SITE),
                cells.text(row, Heading.COUNTRY),
                timezone(row),
                languages(row),
                cells.text(row, Heading.MANAGER_ID),
                cells.text(row, Heading.CONTRACT));
    }

    private String name(Row row, String id) {
        var name = cells.text(row, Heading.NAME);
        if (name != null) {
            return name;
        }
        var first = cells.text(row, Heading.FIRST_NAME);
        var last = cells.text(row, Heading.LAST_NAME);
        if (first != null || last != null) {
            return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        }
        return id;
    }

    private @Nullable String email(Row row) {
        var email = cells.text(row, Heading.EMAIL);
        if (email == null) {
            return null;
        }
        var plain = email.toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(plain).matches() || plain.length() > 254) {
            return cells.refuse(row, Heading.EMAIL, email, "roster.address");
        }
        var earlier = emails.putIfAbsent(plain, row.line());
        return earlier == null ? plain : cells.refuse(row, Heading.EMAIL, email, "roster.address-twice", earlier);
    }

    private @Nullable Integer level(Row row) {
        var level = cells.text(row, Heading.LEVEL);
        if (level == null) {
            return null;
        }
        var match = LEVEL.matcher(level);
        int number = match.matches() ? Integer.parseInt(match.group(1)) : 0;
        if (number < 1) {
            cells.refuse(row, Heading.LEVEL, level, "roster.level");
            return null;
        }
        return number;
    }

    private @Nullable ZoneId timezone(Row row) {
        var zone = cells.text(row, Heading.TIMEZONE);
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            cells.refuse(row, Heading.TIMEZONE, zone, "roster.timezone");
            return null;
        }
    }

    private Set<String> languages(Row row) {
        var text = cells.text(row, Heading.LANGUAGES);
        if (text == null) {
            return Set.of();
        }
        var languages = new TreeSet<String>();
        for (var each : text.split("[;,/|]")) {
            var plain = each.strip().toLowerCase(Locale.ROOT);
            if (!plain.isEmpty()) {
                languages.add(LANGUAGE_TAGS.getOrDefault(plain, plain));
            }
        }
        return languages;
    }

    private void checkManagers(Set<String> known) {
        for (var person : people.values()) {
            var manager = person.managerId();
            if (manager == null) {
                continue;
            }
            var row = rows.get(person.id());
            if (row != null && manager.equals(person.id())) {
                cells.refuse(row, Heading.MANAGER_ID, manager, "roster.own-manager");
            } else if (row != null && !people.containsKey(manager) && !known.contains(manager)) {
                cells.refuse(
                        row, Heading.MANAGER_ID, manager, known.isEmpty() ? "roster.nobody" : "roster.nobody-anywhere");
            }
        }
        findCycles();
    }

    private void findCycles() {
        var settled = new HashSet<String>();
        for (var start : people.keySet()) {
            var path = new ArrayList<String>();
            @Nullable String at = start;
            while (at != null && !settled.contains(at) && !path.contains(at)) {
                path.add(at);
                at = people.get(at) instanceof Person person ? person.managerId() : null;
            }
            if (at != null && !settled.contains(at) && path.indexOf(at) < path.size() - 1) {
                tellCycle(path.subList(path.indexOf(at), path.size()));
            }
            settled.addAll(path);
        }
    }

    private void tellCycle(List<String> cycle) {
        var row = rows.get(cycle.getFirst());
        if (row != null) {
            var shown = String.join(" → ", cycle.subList(0, Math.min(8, cycle.size())));
            cells.refuse(
                    row,
                    Heading.MANAGER_ID,
                    cycle.get(1),
                    "roster.circle",
                    shown,
                    cycle.size() > 8 ? " → …" : "",
                    cycle.getFirst());
        }
    }

    private static Map<String, String> languageTags() {
        var tags = new HashMap<String, String>();
        for (var tag : Locale.getISOLanguages()) {
            var language = Locale.of(tag);
            for (var shown : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, language)) {
                tags.putIfAbsent(language.getDisplayLanguage(shown).toLowerCase(Locale.ROOT), tag);
            }
            tags.put(tag, tag);
        }
        return Map.copyOf(tags);
    }
}
