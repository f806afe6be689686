// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Instant;
import java.util.UUID;

/// Both people of a pair have answered, or their time ran out. Heard within the same transaction.
///
/// @param agreed whether both accepted
public record PairDecided(
        UUID pairId, UUID programmeId, String mentorId, String menteeId, boolean agreed, Instant at) {}
