// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.Instant;
import java.util.UUID;

/// What the owner decided about one pair before a run, with the reason that the decision log keeps too (R75).
///
/// @param by account of whoever wished it
public record PairWish(PairKey pair, Kind kind, String reason, UUID by, Instant at) {
    public enum Kind {
        LOCKED,
        FORBIDDEN
    }
}
