// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.sponsor;

import java.time.Instant;
import java.util.UUID;

/// What a sponsor does not know, in 1 to 2,000 characters of their own.
///
/// @param name as they were called when they signed it
public record SponsorNote(UUID programmeId, UUID accountId, String name, String text, Instant at) {
    public static final int LONGEST = 2_000;
}
