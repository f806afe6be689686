// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.util.Optional;
import java.util.UUID;
import org.counterpart.programme.CallAction;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Leads from the page of an open call to inviting a colleague.
@Component
class InviteAction implements CallAction {
    private static final int ORDER = 40;

    private final Inviting inviting;

    InviteAction(Inviting inviting) {
        this.inviting = inviting;
    }

    @Override
    public Optional<Link> of(UUID programmeId, SignedIn who) {
        return inviting.open(programmeId, who)
                ? Optional.of(new Link(
                        ORDER,
                        Saying.of("enrolment.invite.action"),
                        Saying.of("enrolment.invite.action.about"),
                        "/invite"))
                : Optional.empty();
    }
}
