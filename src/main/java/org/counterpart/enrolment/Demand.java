// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How many answered a call in each role, against the places there are (R65).
///
/// @param places of mentors and of mentees who start now; no entry where nobody settled how many
/// @param commitments hours a month of unpaid work that whoever applied does already, to the nearest ten, once the call
///     is over and eight people at least said how many (R106); null before
public record Demand(
        Map<Role, Integer> signedUp,
        Map<Role, Integer> places,
        @Nullable Long commitments) {
    public Demand {
        signedUp = Map.copyOf(signedUp);
        places = Map.copyOf(places);
    }

    public int of(Role role) {
        return signedUp.getOrDefault(role, 0);
    }

    public boolean any() {
        return signedUp.values().stream().anyMatch(people -> people > 0);
    }

    /// Null where nobody settled how many.
    public @Nullable Integer placesOf(Role role) {
        return places.get(role);
    }
}
