// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;

/// Why nothing better exists: `most` shows that no more pairs can be made under the required quotas, `quotas` how far
/// each quota is kept, and each stage that its goal cannot be reached any better without losing an earlier one. Where
/// the
/// pairs are raised one after the other, `even` shows that, and what comes after it.
public record Proof(List<Case> most, List<Kept> quotas, List<Stage> stages, List<Chain> even) {
    /// The cases of one goal.
    public record Stage(Goal goal, List<Case> cases) {
        public Stage {
            cases = List.copyOf(cases);
        }
    }

    /// How much of a quota is in force. Where that is less than it needs, the cases show that no more can be had.
    public record Kept(long need, List<Case> cases) {
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

    public Proof(List<Case> most, List<Kept> quotas, List<Stage> stages) {
        this(most, quotas, stages, List.of());
    }

    public Proof(List<Case> most, List<Stage> stages) {
        this(most, List.of(), stages);
    }
}
