// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A pair rests. Who of the two asked for it is kept nowhere.
///
/// @param until the day on which the pair goes on by itself; null as long as a reporting line holds
public record Pause(Cause cause, @Nullable LocalDate until) {
    /// Written into the database by name, so no name ever changes.
    public enum Cause {
        /// One of the two asked for it.
        ASKED,
        /// One of the two came to work above the other in the line of management (R10).
        REPORTING_LINE
    }
}
