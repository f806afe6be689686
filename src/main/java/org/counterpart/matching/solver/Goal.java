// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// What counts among the answers that serve the most people.
public enum Goal {
    /// The benefit of the worst-off pair.
    WORST,

    /// The sum of all pairs' benefits.
    TOTAL
}
