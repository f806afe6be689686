// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import org.jspecify.annotations.Nullable;

/// What became of somebody's answer to a call, as they read it themselves.
public enum PlaceState {
    /// They did not apply, or not any more.
    NOT_APPLIED,
    /// The call is open.
    OPEN,
    TO_BE_DRAWN,
    STARTS,
    /// From the reserve, into a place that was free.
    MOVED_UP,
    IN_RESERVE,
    NEXT_WAVE,
    LEFT,
    /// They answered when the list was closed already.
    NOT_DRAWN,
    /// Everyone who answers takes part.
    NOTHING_DRAWN;

    /// @param draw null where no call opened here
    /// @param listed null for whoever is not on the list
    /// @param signedUp whether their answer is kept
    public static PlaceState of(@Nullable ProgrammeDraw draw, @Nullable Listed listed, boolean signedUp) {
        if (listed != null && listed.leftAt() != null) {
            return LEFT;
        }
        if (listed == null && !signedUp) {
            return NOT_APPLIED;
        }
        if (draw == null || draw.closed() != null && draw.list() == null) {
            return NOTHING_DRAWN;
        }
        if (draw.closed() == null) {
            return OPEN;
        }
        return listed == null ? NOT_DRAWN : drawn(listed);
    }

    private static PlaceState drawn(Listed listed) {
        if (listed.movedUpAt() != null) {
            return MOVED_UP;
        }
        return switch (listed.outcome()) {
            case START_NOW -> STARTS;
            case RESERVE -> IN_RESERVE;
            case COMPARISON -> NEXT_WAVE;
            case null -> TO_BE_DRAWN;
        };
    }
}
