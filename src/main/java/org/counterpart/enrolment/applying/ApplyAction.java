// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.util.Optional;
import java.util.UUID;
import org.counterpart.programme.CallAction;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Leads from the page of a call to somebody's own application.
@Component
class ApplyAction implements CallAction {
    private final Applying applying;

    ApplyAction(Applying applying) {
        this.applying = applying;
    }

    @Override
    public Optional<Link> of(UUID programmeId, SignedIn who) {
        var person = who.personId();
        if (person == null || !applying.door(programmeId, person).open()) {
            return Optional.empty();
        }
        var key = "enrolment.apply.action" + stands(applying.draft(programmeId, person));
        return Optional.of(new Link(1, Saying.of(key), Saying.of(key + ".text"), "/apply"));
    }

    static String stands(Applying.Draft draft) {
        return draft.handedInAt() != null ? ".handed-in" : draft.savedAt() != null ? ".draft" : "";
    }
}
