// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Whether somebody can apply to a call at this moment.
///
/// @param closesAt when the call closes or closed; null where nobody said
/// @param zone in which the call closes
public record Door(Why why, @Nullable Instant closesAt, ZoneId zone) {
    public enum Why {
        OPEN,
        /// The call did not open yet.
        EARLY,
        /// The call is over, by the clock or because the programme went on.
        LATE,
        /// The roster does not name them.
        NOT_ON_THE_ROSTER
    }

    public boolean open() {
        return why == Why.OPEN;
    }
}
