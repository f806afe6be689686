// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a draw is not to count, and who says so. It does not count from the second signature on.
///
/// @param reason which everyone signed in reads from then on
/// @param askedBy account
/// @param signedAt none as long as one person alone wants it
/// @param signedBy account, never the one who asked
public record SettingAside(
        UUID programmeId,
        int round,
        String reason,
        Instant askedAt,
        UUID askedBy,
        @Nullable Instant signedAt,
        @Nullable UUID signedBy) {
    public boolean signed() {
        return signedAt != null;
    }
}
