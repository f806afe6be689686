// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpart.matching.MatchRun.Proposal;

/// A run was published; `newPairs` are those that were not in force before. Heard within the publishing
/// transaction.
public record RunPublished(UUID programmeId, UUID runId, List<Proposal> newPairs, Instant at) {
    public RunPublished {
        newPairs = List.copyOf(newPairs);
    }
}
