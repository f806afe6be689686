// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.enrolment.ApplicationWithdrawn;
import org.counterpart.enrolment.Applied;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people that their application arrived, or that it is withdrawn. Nothing of what they typed is in the mail.
@Component
class ApplicationMail {
    private final People people;
    private final Programmes programmes;
    private final Outbox outbox;
    private final Site site;
    private final Texts texts;

    ApplicationMail(People people, Programmes programmes, Outbox outbox, Site site, MessageSource messages) {
        this.people = people;
        this.programmes = programmes;
        this.outbox = outbox;
        this.site = site;
        this.texts = new Texts(messages, Locale.ENGLISH);
    }

    @EventListener
    void tell(Applied applied) {
        var key = applied.again() ? "notify.applied.again" : "notify.applied";
        write(applied.programmeId(), applied.personId(), key, applied.at());
    }

    @EventListener
    void tell(ApplicationWithdrawn withdrawn) {
        write(withdrawn.programmeId(), withdrawn.personId(), "notify.application-withdrawn", withdrawn.at());
    }

    private void write(UUID programmeId, String personId, String key, Instant at) {
        var programme = programmes.find(programmeId).map(Programme::name).orElse("");
        people.find(personId).ifPresent(person -> {
            if (person.email() != null) {
                outbox.write(new Mail(
                        UUID.randomUUID(),
                        person.email(),
                        texts.say(key + ".subject", programme),
                        texts.say(
                                key + ".body", person.name(), site.link("/calls/" + programmeId + "/apply"), programme),
                        at));
            }
        });
    }
}
