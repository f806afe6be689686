// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.ArrayList;
import java.util.List;
import org.counterpart.programme.criteria.CriteriaForm.Typed;

/// Criteria with which a call can open: twenty places each, until the end of January 2027 in Lisbon.
public final class Settled {
    private static final String[] FIELDS = {
        "aim", "Leaders learn what new colleagues know.",
        "whoMayApply", "Mentors up to level 3, mentees from level 6.",
        "success", "Two in three would do it again.",
        "stopping", "If a third of the pairs stop meeting.",
        "mentors", "20",
        "mentorReserve", "4",
        "mentees", "20",
        "menteeReserve", "4",
        "strata", "DEPARTMENT",
        "closesAt", "2027-01-31T17:00",
        "zone", "Europe/Lisbon",
        "startsOn", "2027-03-01",
        "weeks", "26",
        "nextWaveOn", "2027-10-01"
    };

    private Settled() {}

    public static Typed typed() {
        return new Typed(
                of("aim"),
                of("whoMayApply"),
                of("success"),
                of("stopping"),
                of("mentors"),
                of("mentorReserve"),
                of("mentees"),
                of("menteeReserve"),
                List.of(of("strata")),
                of("closesAt"),
                of("zone"),
                of("startsOn"),
                of("weeks"),
                of("nextWaveOn"));
    }

    /// The fields of the form, each by name and value, some with another value: name, value, name, value …
    public static String[] but(String... others) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < FIELDS.length; i += 2) {
            fields.add(FIELDS[i]);
            fields.add(other(FIELDS[i], FIELDS[i + 1], others));
        }
        return fields.toArray(String[]::new);
    }

    private static String other(String name, String value, String... others) {
        for (int i = 0; i < others.length; i += 2) {
            if (others[i].equals(name)) {
                return others[i + 1];
            }
        }
        return value;
    }

    private static String of(String name) {
        return but()[List.of(but()).indexOf(name) + 1];
    }
}
