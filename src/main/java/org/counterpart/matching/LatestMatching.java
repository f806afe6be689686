// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.lang.ref.SoftReference;
import java.util.Set;
import org.counterpart.matching.Gathering.Gathered;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.solver.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The last matching that was solved, in memory: the next question is mostly about the same people. It is one only,
/// it gives way when memory is short, and it answers for nothing but exactly what it was made from.
@Component
class LatestMatching {
    private volatile @Nullable SoftReference<Known> kept;

    /// What was matched, with what was wished for, and what came of it.
    record Known(Gathered gathered, Wishes wishes, Call call, Matching.Answer best) {
        private boolean isAbout(Gathered others, Wishes wanted) {
            return wishes.equals(wanted)
                    && gathered.seed().equals(others.seed())
                    && gathered.rules().equals(others.rules())
                    && gathered.signUps().equals(others.signUps())
                    && gathered.people().equals(others.people())
                    && gathered.priorities().answers(others.priorities(), pairs());
        }

        private Set<PairKey> pairs() {
            return best instanceof Matched matched ? matched.pairs() : Set.of();
        }
    }

    /// What is best for some people, solved only where it is not known.
    Known of(Gathered gathered, Wishes wishes) {
        var reference = kept;
        var before = reference == null ? null : reference.get();
        if (before != null && before.isAbout(gathered, wishes)) {
            return before;
        }
        var call = gathered.call();
        var best = Matching.match(call, gathered.rules(), wishes, gathered.priorities(), Progress.SILENT);
        var now = new Known(gathered, wishes, call, best);
        kept = new SoftReference<>(now);
        return now;
    }
}
