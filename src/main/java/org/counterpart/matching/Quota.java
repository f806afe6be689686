// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import org.counterpart.matching.files.QuotaAim;
import org.counterpart.matching.files.QuotaAim.Counting;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// Something all pairs of a run should reach together (R19, R23): at least `least` per cent of them join two
/// departments or two sites, or people of one department, site or band of levels take at least `least` places. A
/// required quota comes before everything else; a preferred one is kept as far as it can be once the most people are
/// served. Whose fact is unknown counts for none.
///
/// @param group the department, the site, or the levels as "2" or "1-3"; empty where `kind` is a share
public record Quota(Kind kind, String group, Whose whose, int least, Strength strength) {
    public static final int MOST_PLACES = 9999;

    /// What is counted.
    public enum Kind {
        ACROSS_DEPARTMENTS,
        ACROSS_SITES,
        DEPARTMENT,
        SITE,
        LEVELS;

        /// Whether it is a share of the pairs, in per cent, and not a number of places.
        public boolean share() {
            return this == ACROSS_DEPARTMENTS || this == ACROSS_SITES;
        }
    }

    /// Whose places are counted where it is not a share.
    public enum Whose {
        PEOPLE,
        MENTORS,
        MENTEES
    }

    public Quota {
        group = group.strip();
        if (kind.share() != group.isEmpty()) {
            throw new IllegalArgumentException("A quota of kind %s has the group \"%s\".".formatted(kind, group));
        }
        if (least < 1 || least > most(kind)) {
            throw new IllegalArgumentException(
                    "A quota of kind %s asks for %d; it may ask for 1 to %d.".formatted(kind, least, most(kind)));
        }
        if (strength == Strength.IGNORED) {
            throw new IllegalArgumentException("A quota that is ignored is none.");
        }
    }

    public static int most(Kind kind) {
        return kind.share() ? 100 : MOST_PLACES;
    }

    /// Whether a text names a band of levels: one level or two, the lower first.
    public static boolean isBand(String group) {
        var ends = ends(group);
        for (var end : ends) {
            if (!end.matches("\\d{1,3}")) {
                return false;
            }
        }
        return Integer.parseInt(ends[0]) <= Integer.parseInt(ends[ends.length - 1]);
    }

    /// The lower level of a band and the higher one, or the only one.
    private static String[] ends(String group) {
        return Arrays.stream(group.split("[-–]", 2)).map(String::strip).toArray(String[]::new);
    }

    /// Whether somebody's places count for it, where it is about places.
    public boolean concerns(Person person) {
        return !kind.share() && belongs(person, groupOf(person));
    }

    boolean required() {
        return strength == Strength.REQUIRED;
    }

    /// The same about the people of a call, by position.
    QuotaAim aim(Call call) {
        var numbers = new HashMap<String, Integer>();
        var groups = new int[call.size()];
        for (int person = 0; person < groups.length; person++) {
            var group = groupOf(call.person(person));
            if (kind.share()) {
                groups[person] = group == null ? -1 : numbers.computeIfAbsent(group, _ -> numbers.size());
            } else {
                groups[person] = belongs(call.person(person), group) ? 0 : -1;
            }
        }
        var name = kind.name().toLowerCase(Locale.ROOT) + (group.isEmpty() ? "" : " " + group);
        return new QuotaAim(name, counting(), groups, least, required());
    }

    private Counting counting() {
        return kind.share() ? Counting.ACROSS : Counting.valueOf(whose.name());
    }

    private @Nullable String groupOf(Person person) {
        return switch (kind) {
            case ACROSS_DEPARTMENTS, DEPARTMENT -> person.department();
            case ACROSS_SITES, SITE -> person.site();
            case LEVELS -> null;
        };
    }

    private boolean belongs(Person person, @Nullable String its) {
        if (kind != Kind.LEVELS) {
            return group.equalsIgnoreCase(its);
        }
        var ends = ends(group);
        var level = person.level();
        return level != null && level >= Integer.parseInt(ends[0]) && level <= Integer.parseInt(ends[ends.length - 1]);
    }
}
