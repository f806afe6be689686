// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Set;
import java.util.UUID;

/// The matching was run, and what it proposes is kept for the owner. Heard within the same transaction.
///
/// @param people ids of everyone who was signed up
public record RunKept(UUID programmeId, UUID runId, Set<String> people) {
    public RunKept {
        people = Set.copyOf(people);
    }
}
