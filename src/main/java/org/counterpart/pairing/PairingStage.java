// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.util.List;
import java.util.UUID;
import org.counterpart.pairing.Pair.Outcome;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// The third stage: both people of each pair answer.
@Component
class PairingStage implements Stage {
    private final Pairs pairs;

    PairingStage(Pairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var all = pairs.overview(programmeId);
        long waiting = count(all, Outcome.WAITING);
        return new Standing(
                7,
                "pairing.stage",
                all.isEmpty() ? State.LATER : waiting > 0 ? State.OPEN : State.DONE,
                List.of(
                        count(all, Outcome.AGREED),
                        waiting,
                        count(all, Outcome.NOT_GOING_AHEAD),
                        count(all, Outcome.PAUSED)),
                "/pairs");
    }

    private static long count(List<Pairs.Overview> pairs, Outcome outcome) {
        return pairs.stream().filter(pair -> pair.outcome() == outcome).count();
    }
}
