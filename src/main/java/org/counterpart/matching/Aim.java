// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.List;
import org.counterpart.matching.solver.Goal;

/// What the owner puts first once the most people are served. [#STABLE] asks for pairs that no two people would leave
/// for each other; it is not an optimum and may serve fewer.
public enum Aim {
    WORST(Goal.WORST, Goal.TOTAL),
    EVEN(Goal.WORST, Goal.EVEN),
    TOTAL(Goal.TOTAL, Goal.WORST),
    STABLE(Goal.STABLE);

    private final List<Goal> goals;

    Aim(Goal... goals) {
        this.goals = List.of(goals);
    }

    public List<Goal> goals() {
        return goals;
    }

    /// Whether it can be reached under quotas: raising pair after pair and stability cannot.
    public boolean allowsQuotas() {
        return this == WORST || this == TOTAL;
    }
}
