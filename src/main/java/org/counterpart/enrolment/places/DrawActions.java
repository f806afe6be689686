// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.util.Optional;
import java.util.UUID;
import org.counterpart.programme.CallAction;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Leads from the page of a call to how its places are drawn.
@Component
class DrawActions implements CallAction {
    private static final int ORDER = 40;

    private final Draws draws;

    DrawActions(Draws draws) {
        this.draws = draws;
    }

    @Override
    public Optional<Link> of(UUID programmeId, SignedIn who) {
        return draws.find(programmeId)
                .map(_ -> new Link(
                        ORDER, Saying.of("enrolment.draw.action"), Saying.of("enrolment.draw.action.about"), "/draw"));
    }
}
