// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner says came of a programme: a draft until it is published, and never changed after. A correction is
/// another version beside it.
///
/// @param version from 1
/// @param edition how often the draft was saved, so that nobody publishes what they have not read
/// @param found about each criterion of success, in their order
/// @param endingSeen what happened, in up to 1,000 characters; empty where the rule was never met
/// @param reason why an earlier version is corrected, for everyone to read; empty for the first
public record Results(
        int version,
        int edition,
        List<Found> found,
        @Nullable Ending ending,
        String endingSeen,
        String reason,
        Instant savedAt,
        @Nullable Instant publishedAt) {
    public Results {
        found = List.copyOf(found);
    }

    /// Which draft somebody has read.
    public String draft() {
        return version + "." + edition;
    }

    boolean stoppedEarly() {
        return ending != null && ending.early();
    }
}
