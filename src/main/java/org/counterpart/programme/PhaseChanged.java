// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.time.Instant;
import java.util.UUID;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;

/// A programme went on to its next phase. Heard within the same transaction.
///
/// @param by who moved it on; none where the clock did, as when a call closes
public record PhaseChanged(
        UUID programmeId,
        Phase from,
        Phase to,
        Instant at,
        @Nullable SignedIn by) {}
