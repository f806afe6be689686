// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.Instant;

/// What the owner decided about one pair before a run, with the reason that the decision log keeps too (R75).
public record PairWish(PairKey pair, Kind kind, String reason, String byName, Instant at) {
    public enum Kind {
        LOCKED,
        FORBIDDEN
    }
}
