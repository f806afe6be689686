// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.List;
import java.util.UUID;
import org.counterpart.enrolment.SignUps;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// The second stage: finding the pairs and publishing them.
@Component
class MatchingStage implements Stage {
    private final MatchRuns runs;
    private final SignUps signUps;

    MatchingStage(MatchRuns runs, SignUps signUps) {
        this.runs = runs;
        this.signUps = signUps;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var latest = runs.headlines(programmeId, 1);
        boolean published = !latest.isEmpty() && latest.getFirst().published();
        var state = published ? State.DONE : signUps.count(programmeId) == 0 ? State.LATER : State.OPEN;
        return new Standing(
                6,
                "matching.stage",
                state,
                latest.isEmpty()
                        ? List.of(0, 0)
                        : List.of(
                                latest.getFirst().number(),
                                latest.getFirst().figures().pairs()),
                "/matching");
    }
}
