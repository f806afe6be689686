// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One person's answer to the call. `capacity` is the number of pairs they can take part in (at least 1); `offers`
/// and `wants` are short phrases; `availability` holds weekly windows in the person's own time zone, empty where
/// none was given; `avoid` is the silent do-not-match list, read by the matching alone; `prefer` is in order of
/// preference.
public record SignUp(
        String personId,
        Role role,
        int capacity,
        List<String> offers,
        List<String> wants,
        @Nullable String goals,
        List<Window> availability,
        Set<String> avoid,
        List<String> prefer) {
    public SignUp {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "The capacity (%d) of %s must be at least 1.".formatted(capacity, personId));
        }
        offers = List.copyOf(offers);
        wants = List.copyOf(wants);
        availability = List.copyOf(availability);
        avoid = Set.copyOf(avoid);
        prefer = List.copyOf(prefer);
    }
}
