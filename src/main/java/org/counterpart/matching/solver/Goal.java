// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// What counts among the answers that serve the most people, one goal after the other.
public enum Goal {
    /// As many places as possible for people who have waited, a pair counting one for each of its two who did.
    WAITING,

    /// The benefit of the worst-off pair.
    WORST,

    /// The sum of all pairs' benefits.
    TOTAL,

    /// As many as possible of the pairs that stood before.
    KEPT;

    /// Whether pairs add up to it; the worst-off pair alone decides otherwise.
    public boolean adds() {
        return this != WORST;
    }
}
