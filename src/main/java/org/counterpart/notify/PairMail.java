// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.pairing.PairDecided;
import org.counterpart.pairing.PairPaused;
import org.counterpart.pairing.PairProposed;
import org.counterpart.pairing.PairResumed;
import org.counterpart.people.People;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Mails what the two of a pair have to know. The other's name is on the page behind the link, never in the mail.
@Component
class PairMail {
    private final Outbox outbox;
    private final People people;
    private final Texts texts;
    private final Site site;

    PairMail(Outbox outbox, People people, MessageSource messages, Site site) {
        this.outbox = outbox;
        this.people = people;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.site = site;
    }

    @EventListener
    void ask(PairProposed proposed) {
        write(
                proposed.personId(),
                "notify.pair.proposed",
                site.link("/answers/" + proposed.link().text()),
                texts.day(proposed.answerBy()),
                proposed.at());
    }

    @EventListener
    void tell(PairDecided decided) {
        var key = decided.agreed() ? "notify.pair.agreed" : "notify.pair.ended";
        write(decided.mentorId(), key, site.link("/pairs"), "", decided.at());
        write(decided.menteeId(), key, site.link("/pairs"), "", decided.at());
    }

    @EventListener
    void tell(PairPaused paused) {
        var until = paused.pause().until();
        var key = "notify.pair.paused." + paused.pause().cause();
        var day = until == null ? "" : texts.day(until);
        write(paused.mentorId(), key, site.link("/pairs"), day, paused.at());
        write(paused.menteeId(), key, site.link("/pairs"), day, paused.at());
    }

    @EventListener
    void tell(PairResumed resumed) {
        write(resumed.mentorId(), "notify.pair.resumed", site.link("/pairs"), "", resumed.at());
        write(resumed.menteeId(), "notify.pair.resumed", site.link("/pairs"), "", resumed.at());
    }

    private void write(String personId, String key, String link, String day, Instant at) {
        people.find(personId).ifPresent(person -> {
            if (person.email() != null) {
                outbox.write(new Mail(
                        UUID.randomUUID(),
                        person.email(),
                        texts.say(key + ".subject"),
                        texts.say(key + ".body", person.name(), link, day),
                        at));
            }
        });
    }
}
