// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;

/// Why nothing better exists, stage by stage. The cases of each list together leave no assignment of roles out;
/// where nobody may be either there is one case without assumptions.
public record Proof(List<Case> most, List<Case> worst, List<Case> total) {
    public Proof {
        most = List.copyOf(most);
        worst = List.copyOf(worst);
        total = List.copyOf(total);
    }
}
