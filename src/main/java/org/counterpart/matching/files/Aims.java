// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Goal;

/// What is wanted: the goals once the most people are served, in their order, the edges that are pairs of an earlier
/// result, the people who have waited, and the quotas.
public record Aims(List<Goal> goals, int[] previous, int[] waiting, List<QuotaAim> quotas) {
    /// The worst-off pair, then the total, with nothing before.
    public static final Aims STANDARD = new Aims(List.of(Goal.WORST, Goal.TOTAL), new int[0], new int[0]);

    public Aims {
        goals = List.copyOf(goals);
        quotas = List.copyOf(quotas);
    }

    public Aims(List<Goal> goals, int[] previous, int[] waiting) {
        this(goals, previous, waiting, List.of());
    }

    public Aims keeping(List<QuotaAim> wanted) {
        return new Aims(goals, previous, waiting, wanted);
    }

    /// What each edge counts for the goals beside the benefit.
    Map<Goal, Amounts> counts(Edges edges) {
        var kept = new int[edges.size()];
        for (int edge : previous) {
            kept[edge] = 1;
        }
        var waits = new int[edges.people()];
        Arrays.stream(waiting).forEach(person -> waits[person] = 1);
        var served = new int[edges.size()];
        for (int mentor = 0; mentor < edges.people(); mentor++) {
            for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                served[edge] = waits[mentor] + waits[edges.mentee(edge)];
            }
        }
        return Map.of(Goal.KEPT, Amounts.of(kept), Goal.WAITING, Amounts.of(served));
    }

    boolean anyBeforeNow() {
        return goals.contains(Goal.KEPT) || goals.contains(Goal.WAITING);
    }
}
