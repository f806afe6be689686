// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.util.Locale;
import java.util.UUID;
import org.counterpart.enrolment.inviting.Invitation;
import org.counterpart.enrolment.inviting.Invited;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Brings somebody what a colleague wrote to them: the one mail that carries words of another person, because they were
/// written to be mailed. Its subject names nobody.
@Component
class InvitationMail {
    private final People people;
    private final Programmes programmes;
    private final Outbox outbox;
    private final Site site;
    private final Texts texts;

    InvitationMail(People people, Programmes programmes, Outbox outbox, Site site, MessageSource messages) {
        this.people = people;
        this.programmes = programmes;
        this.outbox = outbox;
        this.site = site;
        this.texts = new Texts(messages, Locale.ENGLISH);
    }

    /// The inviter may read neither of the two rows: what the roster says of whom they invited is not for them.
    @EventListener
    void tell(Invited invited) {
        Acting.system(() -> write(invited.invitation()));
    }

    private void write(Invitation invitation) {
        var programme =
                programmes.find(invitation.programmeId()).map(Programme::name).orElse("");
        var inviter = people.find(invitation.inviterId()).map(Person::name).orElse("");
        var whom = invitation.inviteeId();
        if (whom == null) {
            return;
        }
        people.find(whom)
                .ifPresent(person -> outbox.write(new Mail(
                        UUID.randomUUID(),
                        invitation.address(),
                        texts.say("notify.invited.subject", programme),
                        texts.say(
                                "notify.invited.body",
                                person.name(),
                                invitation.words(),
                                Invitation.signature(inviter, invitation.signedAs())
                                        .in(texts),
                                site.link("/calls/" + invitation.programmeId())),
                        invitation.at())));
    }
}
