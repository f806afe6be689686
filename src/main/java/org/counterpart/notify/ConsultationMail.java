// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.util.Locale;
import java.util.UUID;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.consultation.FormerParticipantAsked;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks somebody who took part in an earlier programme what it was like.
@Component
class ConsultationMail {
    private final Programmes programmes;
    private final Outbox outbox;
    private final Site site;
    private final Texts texts;

    ConsultationMail(Programmes programmes, Outbox outbox, Site site, MessageSource messages) {
        this.programmes = programmes;
        this.outbox = outbox;
        this.site = site;
        this.texts = new Texts(messages, Locale.ENGLISH);
    }

    @EventListener
    void ask(FormerParticipantAsked event) {
        var asked = event.asked();
        var programme =
                programmes.find(asked.programmeId()).map(Programme::name).orElse("");
        outbox.write(new Mail(
                UUID.randomUUID(),
                asked.address(),
                texts.say("notify.consultation.subject"),
                texts.say(
                        "notify.consultation.body",
                        asked.knownAs(),
                        programme,
                        site.link("/consultations/" + event.link().text()),
                        texts.day(asked.until())),
                asked.at()));
    }
}
