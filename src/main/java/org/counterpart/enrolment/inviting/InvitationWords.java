// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.util.List;
import java.util.UUID;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.CallWords;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Shows whoever was invited what was written to them, and by whom.
@Component
class InvitationWords implements CallWords {
    private static final int ORDER = 10;

    private final Invitations invitations;
    private final People people;

    InvitationWords(Invitations invitations, People people) {
        this.invitations = invitations;
        this.people = people;
    }

    @Override
    public List<Words> of(UUID programmeId, SignedIn who) {
        return who.personId() instanceof String person
                ? invitations.to(programmeId, person).stream()
                        .map(each -> new Words(
                                ORDER,
                                Saying.of("enrolment.invite.to-you"),
                                each.words(),
                                Invitation.signature(name(each), each.signedAs())))
                        .toList()
                : List.of();
    }

    /// Whoever invites somebody gave them their name.
    private String name(Invitation invitation) {
        return Acting.system(
                () -> people.find(invitation.inviterId()).map(Person::name).orElse(""));
    }
}
