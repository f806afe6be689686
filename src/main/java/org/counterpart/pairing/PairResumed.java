// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Instant;
import java.util.UUID;

/// A pair goes on before the day that was set, or because its two are on one reporting line no more. Heard within the
/// same transaction.
public record PairResumed(
        UUID pairId, UUID programmeId, String mentorId, String menteeId, Pause.Cause cause, Instant at) {}
