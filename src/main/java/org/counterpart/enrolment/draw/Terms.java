// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is drawn, fixed before anybody knows the outcome.
///
/// @param pools the places of everyone, or of mentors and of mentees
/// @param strata names of the columns whose values together are an applicant's stratum
public record Terms(SortedMap<Pool, Seats> pools, List<String> strata) {
    public Terms {
        pools = Collections.unmodifiableSortedMap(new TreeMap<>(pools));
        strata = List.copyOf(strata);
        if (!pools.keySet().equals(java.util.Set.of(Pool.EVERYONE))
                && !pools.keySet().equals(java.util.Set.of(Pool.MENTOR, Pool.MENTEE))) {
            throw new IllegalArgumentException(
                    "Places for %s: they are for everyone, or for mentors and mentees.".formatted(pools.keySet()));
        }
    }

    public static Terms of(Seats everyone, String... strata) {
        return new Terms(new TreeMap<>(Map.of(Pool.EVERYONE, everyone)), List.of(strata));
    }

    public static Terms byRole(Seats mentors, Seats mentees, String... strata) {
        return new Terms(new TreeMap<>(Map.of(Pool.MENTOR, mentors, Pool.MENTEE, mentees)), List.of(strata));
    }

    public boolean byRole() {
        return !pools.containsKey(Pool.EVERYONE);
    }

    Seats seats(Pool pool) {
        var seats = pools.get(pool);
        if (seats == null) {
            throw new IllegalArgumentException("Nothing is drawn for %s.".formatted(pool));
        }
        return seats;
    }
}
