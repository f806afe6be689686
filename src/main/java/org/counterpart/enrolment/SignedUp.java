// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.util.List;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.CallFigure;
import org.counterpart.web.Saying;
import org.springframework.stereotype.Component;

/// How many signed up, for everyone to read once there are five: fewer could tell who.
@Component
class SignedUp implements CallFigure {
    private static final int FEWEST = 5;

    private final SignUps signUps;

    SignedUp(SignUps signUps) {
        this.signUps = signUps;
    }

    @Override
    public List<Figure> of(UUID programmeId) {
        int count = Acting.system(() -> signUps.count(programmeId));
        return count < FEWEST ? List.of() : List.of(new Figure(30, Saying.of("enrolment.call.signed-up"), count));
    }
}
