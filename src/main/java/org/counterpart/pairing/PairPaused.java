// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Instant;
import java.util.UUID;

/// A pair rests from now on. Heard within the same transaction.
public record PairPaused(UUID pairId, UUID programmeId, String mentorId, String menteeId, Pause pause, Instant at) {}
