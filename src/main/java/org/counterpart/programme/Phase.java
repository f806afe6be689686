// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.EnumSet;
import java.util.Set;

/// Where a programme is on its way. It only ever goes on to one of the phases that come after its own; anything else
/// is refused (domain 1l). The one way back is that of a draw that is set aside. Written into the database by name, so
/// no name ever changes.
public enum Phase {
    DRAFT,
    /// Whoever took part in earlier programmes was heard, and what they warned of has an answer (R63).
    CONSULTED,
    /// The call is out, and people answer it.
    OPEN,
    /// The call is over, here or where a file of sign-ups comes from.
    CLOSED,
    /// More people answered than there are places, and a draw decided.
    DRAWN,
    /// Pairs were published.
    MATCHED,
    PREPARING,
    ACTIVE,
    PAUSED,
    MID_POINT,
    CLOSING,
    ENDED,
    CONTINUED,
    EVALUATED,
    ARCHIVED;

    /// What may come next. Before pairs meet, a programme can be given up into the archive; a pause ends where the
    /// programme goes on.
    public Set<Phase> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(CONSULTED, CLOSED, ARCHIVED);
            case CONSULTED -> EnumSet.of(OPEN, CLOSED, ARCHIVED);
            case OPEN -> EnumSet.of(CLOSED, ARCHIVED);
            case CLOSED -> EnumSet.of(DRAWN, MATCHED, ARCHIVED);
            case DRAWN -> EnumSet.of(MATCHED, ARCHIVED);
            case MATCHED -> EnumSet.of(PREPARING, ARCHIVED);
            case PREPARING -> EnumSet.of(ACTIVE, ARCHIVED);
            case ACTIVE -> EnumSet.of(PAUSED, MID_POINT, CLOSING);
            case PAUSED -> EnumSet.of(ACTIVE, MID_POINT, CLOSING);
            case MID_POINT -> EnumSet.of(PAUSED, CLOSING);
            case CLOSING -> EnumSet.of(ENDED, CONTINUED);
            case ENDED, CONTINUED -> EnumSet.of(EVALUATED);
            case EVALUATED -> EnumSet.of(ARCHIVED);
            case ARCHIVED -> EnumSet.noneOf(Phase.class);
        };
    }

    /// What an owner may choose to come next; being drawn or matched comes of drawing and publishing, and a call that
    /// never opened here is closed by taking its sign-ups over from a file.
    public Set<Phase> byHand() {
        var chosen = next();
        chosen.remove(DRAWN);
        chosen.remove(MATCHED);
        if (this != OPEN) {
            chosen.remove(CLOSED);
        }
        return chosen;
    }

    /// Whether the call did not open yet.
    public boolean beforeTheCall() {
        return this == DRAFT || this == CONSULTED;
    }
}
