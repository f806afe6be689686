// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision that concerns whoever reads it, without anybody else whom it concerns too (R75).
///
/// @param actor account of whoever decided; none for the program itself
public record AboutYou(
        long number,
        Instant at,
        @Nullable UUID actor,
        Kind kind,
        @Nullable UUID programmeId,
        @Nullable String reason) {
    /// Locks and bans are not among them: they may tell what somebody else asked for in confidence, or a line of
    /// management. What comes of them is in the run.
    public static final List<Kind> KINDS = List.of(
            Kind.DUTY_PROPOSED,
            Kind.DUTY_CONFIRMED,
            Kind.DUTY_ENDED,
            Kind.ADDRESSES_CHANGED,
            Kind.PEOPLE_IMPORTED,
            Kind.SIGN_UPS_WITHDRAWN,
            Kind.PLACES_DRAWN,
            Kind.DRAW_SET_ASIDE,
            Kind.PLACE_FILLED,
            Kind.APPLIED,
            Kind.APPLICATION_WITHDRAWN,
            Kind.MATCHING_RUN,
            Kind.PAIRS_PUBLISHED,
            Kind.PEOPLE_LEFT_OUT,
            Kind.PAIR_DECIDED,
            Kind.PAIR_PAUSED,
            Kind.PAIR_RESUMED,
            Kind.PAIR_ENDED,
            Kind.KEY_LOGGED);
}
