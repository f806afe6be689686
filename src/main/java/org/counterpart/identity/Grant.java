// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn.Held;
import org.jspecify.annotations.Nullable;

/// A duty that somebody was proposed for, and holds once another one confirmed it.
///
/// @param programmeId for which programme; none for all
/// @param reason in the words of whoever proposed it
/// @param proposedBy account; none for the first owner
/// @param confirmedAt none while it waits for a second one
public record Grant(
        UUID id,
        Account holder,
        Duty duty,
        @Nullable UUID programmeId,
        String reason,
        Instant proposedAt,
        @Nullable UUID proposedBy,
        @Nullable Instant confirmedAt,
        @Nullable UUID confirmedBy) {
    public boolean confirmed() {
        return confirmedAt != null;
    }

    public Held held() {
        return new Held(duty, programmeId);
    }
}
