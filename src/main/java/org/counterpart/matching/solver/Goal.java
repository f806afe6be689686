// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// What counts among the answers that serve the most people, one goal after the other.
public enum Goal {
    /// As many places as possible for people who have waited, a pair counting one for each of its two who did.
    WAITING,

    /// The benefit of the worst-off pair.
    WORST,

    /// The next worst-off pair, then the next, up to the best; comes after [#WORST], and settles the total.
    EVEN,

    /// The sum of all pairs' benefits.
    TOTAL,

    /// Pairs that no two people would leave for each other. No answer of the [Solver] is chosen for it.
    STABLE,

    /// As many as possible of the pairs that stood before.
    KEPT;

    /// Whether pairs add up to it.
    public boolean adds() {
        return this != WORST && this != EVEN && this != STABLE;
    }
}
