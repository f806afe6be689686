// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// What a roster would change among the people already known. Somebody whom the file does not name stays as they
/// are, and so does every fact that the file has no column for.
public record RosterChanges(List<Person> added, List<Changed> changed, int unchanged) {
    /// A person before and after, and the columns that differ.
    public record Changed(Person before, Person after, List<Heading> columns) {}

    public static RosterChanges between(Map<String, Person> known, Collection<Person> read, Set<Heading> columns) {
        var added = new ArrayList<Person>();
        var changed = new ArrayList<Changed>();
        int unchanged = 0;
        for (var person : read) {
            var before = known.get(person.id());
            if (before == null) {
                added.add(person);
                continue;
            }
            var after = merged(before, person, columns);
            if (after.equals(before)) {
                unchanged++;
            } else {
                changed.add(new Changed(before, after, differing(before, after)));
            }
        }
        return new RosterChanges(List.copyOf(added), List.copyOf(changed), unchanged);
    }

    public List<Person> toSave() {
        var people = new ArrayList<>(added);
        changed.forEach(each -> people.add(each.after()));
        return people;
    }

    /// Addresses that are not theirs any more, by id.
    public Map<String, String> addressesBefore() {
        var before = new HashMap<String, String>();
        for (var each : changed) {
            if (each.columns().contains(Heading.EMAIL) && each.before().email() instanceof String email) {
                before.put(each.before().id(), email);
            }
        }
        return before;
    }

    /// Faults that only show beside the people already known: an address that is somebody else's, or reporting
    /// lines that would go round in a circle.
    public void check(Map<String, Person> known, Faults faults) {
        var after = new HashMap<>(known);
        toSave().forEach(person -> after.put(person.id(), person));
        var byEmail = new HashMap<String, String>();
        for (var person : after.values()) {
            var other = person.email() == null ? null : byEmail.putIfAbsent(person.email(), person.id());
            if (other != null) {
                faults.add(0, Heading.EMAIL.column(), person.email(), "roster.address-of-two", other, person.id());
            }
        }
        toSave().stream()
                .filter(person -> aboveThemselves(person, after))
                .limit(1)
                .forEach(person -> faults.add(
                        0, Heading.MANAGER_ID.column(), person.managerId(), "roster.circle-with-others", person.id()));
    }

    private static boolean aboveThemselves(Person person, Map<String, Person> people) {
        var met = new HashSet<String>();
        @Nullable String at = person.managerId();
        while (at != null && met.add(at)) {
            if (at.equals(person.id())) {
                return true;
            }
            at = people.get(at) instanceof Person manager ? manager.managerId() : null;
        }
        return false;
    }

    private static Person merged(Person before, Person read, Set<Heading> columns) {
        boolean named = columns.contains(Heading.NAME)
                || columns.contains(Heading.FIRST_NAME)
                || columns.contains(Heading.LAST_NAME);
        return new Person(
                read.id(),
                named ? read.name() : before.name(),
                columns.contains(Heading.EMAIL) ? read.email() : before.email(),
                columns.contains(Heading.LEVEL) ? read.level() : before.level(),
                columns.contains(Heading.DEPARTMENT) ? read.department() : before.department(),
                columns.contains(Heading.SITE) ? read.site() : before.site(),
                columns.contains(Heading.COUNTRY) ? read.country() : before.country(),
                columns.contains(Heading.TIMEZONE) ? read.timezone() : before.timezone(),
                columns.contains(Heading.LANGUAGES) ? read.languages() : before.languages(),
                columns.contains(Heading.MANAGER_ID) ? read.managerId() : before.managerId(),
                columns.contains(Heading.CONTRACT) ? read.contract() : before.contract());
    }

    private static List<Heading> differing(Person before, Person after) {
        var columns = new ArrayList<Heading>();
        note(columns, Heading.NAME, before.name(), after.name());
        note(columns, Heading.EMAIL, before.email(), after.email());
        note(columns, Heading.LEVEL, before.level(), after.level());
        note(columns, Heading.DEPARTMENT, before.department(), after.department());
        note(columns, Heading.SITE, before.site(), after.site());
        note(columns, Heading.COUNTRY, before.country(), after.country());
        note(columns, Heading.TIMEZONE, before.timezone(), after.timezone());
        note(columns, Heading.LANGUAGES, before.languages(), after.languages());
        note(columns, Heading.MANAGER_ID, before.managerId(), after.managerId());
        note(columns, Heading.CONTRACT, before.contract(), after.contract());
        return List.copyOf(columns);
    }

    private static void note(List<Heading> columns, Heading column, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            columns.add(column);
        }
    }
}
