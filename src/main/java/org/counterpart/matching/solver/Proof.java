// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;

/// Why nothing better exists: `most` shows that no more pairs can be made, each stage that its goal cannot be
/// reached any better without losing an earlier one.
public record Proof(List<Case> most, List<Stage> stages) {
    /// The cases of one goal.
    public record Stage(Goal goal, List<Case> cases) {
        public Stage {
            cases = List.copyOf(cases);
        }
    }

    public Proof {
        most = List.copyOf(most);
        stages = List.copyOf(stages);
    }
}
