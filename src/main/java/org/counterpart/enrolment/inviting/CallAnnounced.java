// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpart.people.Person;

/// Everyone who may apply is to be told of a call. Heard within the same transaction.
///
/// @param people all of whom have an address
public record CallAnnounced(UUID programmeId, List<Person> people, Instant at) {
    public CallAnnounced {
        people = List.copyOf(people);
    }
}
