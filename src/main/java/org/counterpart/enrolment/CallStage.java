// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// Who answered the call.
@Component
class CallStage implements Stage {
    private final SignUps signUps;

    CallStage(SignUps signUps) {
        this.signUps = signUps;
    }

    @Override
    public Standing standing(UUID programmeId) {
        int count = signUps.count(programmeId);
        return new Standing(3, "enrolment.stage", count == 0 ? State.OPEN : State.DONE, List.of(count), "/import");
    }
}
