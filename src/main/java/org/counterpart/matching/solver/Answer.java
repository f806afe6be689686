// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;

/// What solving under quotas came to: a [Solution], or why there is none.
public sealed interface Answer permits Solution, Answer.Unreachable, Answer.Undecided {
    /// No pairs at all keep these required quotas together, while any fewer of them could be kept. There is no smaller
    /// such set.
    ///
    /// @param quotas positions among the problem's
    record Unreachable(List<Integer> quotas) implements Answer {
        public Unreachable {
            quotas = List.copyOf(quotas);
        }
    }

    /// The search went through too many parts without an answer that it could prove.
    record Undecided() implements Answer {}
}
