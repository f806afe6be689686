// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.util.Set;
import java.util.UUID;

/// A file of people was imported. Heard within the same transaction.
///
/// @param signedUp ids of those whose sign-up was added or changed
/// @param withdrawn ids of those whose sign-up was taken away
public record PeopleImported(UUID programmeId, Set<String> signedUp, Set<String> withdrawn) {
    public PeopleImported {
        signedUp = Set.copyOf(signedUp);
        withdrawn = Set.copyOf(withdrawn);
    }
}
