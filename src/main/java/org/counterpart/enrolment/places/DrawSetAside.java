// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A draw does not count any more, and another one follows. Heard within the same transaction.
///
/// @param round which draw of the programme
/// @param people whose places it decided, those left out who left since
/// @param nextFrom when the next one can be held at the earliest
public record DrawSetAside(
        UUID programmeId, int round, List<String> people, String reason, Instant nextFrom, Instant at) {
    public DrawSetAside {
        people = List.copyOf(people);
    }
}
