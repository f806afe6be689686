// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// Who answered the call: by applying while it is open, or in a file.
@Component
class CallStage implements Stage {
    private final SignUps signUps;
    private final Phases phases;

    CallStage(SignUps signUps, Phases phases) {
        this.signUps = signUps;
        this.phases = phases;
    }

    @Override
    public Standing standing(UUID programmeId) {
        int count = signUps.count(programmeId);
        boolean open = phases.of(programmeId) == Phase.OPEN;
        return new Standing(
                4,
                open ? "enrolment.stage.call" : "enrolment.stage",
                open || count == 0 ? State.OPEN : State.DONE,
                List.of(count),
                open ? "/announcement" : "/import");
    }
}
