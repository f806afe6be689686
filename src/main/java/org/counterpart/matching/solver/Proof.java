// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;

/// Why nothing better exists: `most` shows that no more pairs can be made under the required quotas, `quotas` how far
/// each quota is kept, and each stage that its goal cannot be reached any better without losing an earlier one. Where
/// the pairs are raised one after the other, `even` shows that, and what comes after it.
///
/// Where many people may be either, the search may end before everything is proved. Then `spare` is how many more pairs
/// are not excluded, each stage has its own margin, and `evenDecided` is false if some part was left open there.
public record Proof(
        List<Case> most, long spare, List<Kept> quotas, List<Stage> stages, List<Chain> even, boolean evenDecided) {
    /// The cases of one goal.
    ///
    /// @param margin by how much more is not excluded: in benefit of the worst-off pair, or in what the goals
    /// weigh together so far
    public record Stage(Goal goal, long margin, List<Case> cases) {
        public Stage {
            cases = List.copyOf(cases);
        }
    }

    /// How much of a quota is in force. Where that is less than it needs, the cases show that no more can be had,
    /// but for the margin.
    public record Kept(long need, long margin, List<Case> cases) {
        public Kept {
            cases = List.copyOf(cases);
        }
    }

    public Proof {
        most = List.copyOf(most);
        quotas = List.copyOf(quotas);
        stages = List.copyOf(stages);
        even = List.copyOf(even);
    }

    Proof(List<Case> most, List<Kept> quotas, List<Stage> stages) {
        this(most, 0, quotas, stages, List.of(), true);
    }

    /// Nothing is proved by prices: the pairs are stable ones.
    public static Proof none() {
        return new Proof(List.of(), List.of(), List.of());
    }

    /// Whether nothing better is left possible.
    public boolean complete() {
        return spare == 0
                && evenDecided
                && quotas.stream().allMatch(kept -> kept.margin == 0)
                && stages.stream().allMatch(stage -> stage.margin == 0);
    }
}
