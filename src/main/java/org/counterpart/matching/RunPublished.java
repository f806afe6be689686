// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.matching.MatchRun.Proposal;

/// A run was published. Heard within the publishing transaction.
///
/// @param newPairs those that were not in force before
/// @param leftOut ids of those whom the run has in no pair
public record RunPublished(UUID programmeId, UUID runId, List<Proposal> newPairs, Set<String> leftOut, Instant at) {
    public RunPublished {
        leftOut = Set.copyOf(leftOut);
        newPairs = List.copyOf(newPairs);
    }
}
