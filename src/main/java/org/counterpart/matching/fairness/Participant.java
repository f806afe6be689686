// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.Map;
import org.counterpart.enrolment.Role;
import org.jspecify.annotations.Nullable;

/// One person who signed up, without name or number.
///
/// @param groups where they belong, by attribute; an attribute is missing where the fact was not given
/// @param waited whether an earlier result left them out
/// @param points what the matching is worth to them: the fewest points they gain in any of their pairs; none where
/// they are left out
public record Participant(
        Role role,
        Map<Attribute, String> groups,
        boolean waited,
        @Nullable Integer points) {
    public Participant {
        groups = Map.copyOf(groups);
    }

    boolean leftOut() {
        return points == null;
    }
}
