// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.places.DrawSetAside;
import org.counterpart.enrolment.places.PlaceFilled;
import org.counterpart.enrolment.places.PlacesDrawn;
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

/// Tells everyone on the list of a draw which place they have, once, and whoever comes from the reserve that they
/// start.
@Component
class PlaceMail {
    private final Outbox outbox;
    private final People people;
    private final Programmes programmes;
    private final Texts texts;
    private final Site site;

    PlaceMail(Outbox outbox, People people, Programmes programmes, MessageSource messages, Site site) {
        this.outbox = outbox;
        this.people = people;
        this.programmes = programmes;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.site = site;
    }

    /// Whoever left before reads nothing of it, and whoever moved up in the same moment is told of that alone.
    @EventListener
    void tell(PlacesDrawn drawn) {
        var next = drawn.nextWaveOn();
        var day = next == null ? "" : texts.say("notify.place.next-wave", texts.day(next));
        for (var place : drawn.places()) {
            if (place.leftAt() == null && place.movedUpAt() == null && place.outcome() instanceof Outcome outcome) {
                write(drawn.programmeId(), place.personId(), "notify.place." + outcome, day, place.turn(), drawn.at());
            }
        }
    }

    @EventListener
    void tell(PlaceFilled filled) {
        write(filled.programmeId(), filled.personId(), "notify.place.filled", "", 0, filled.at());
    }

    /// Also where an auditor signed, who reads nobody's address.
    @EventListener
    void tell(DrawSetAside aside) {
        Acting.system(() -> aside.people().forEach(person -> people.find(person).ifPresent(each -> tell(aside, each))));
    }

    private void tell(DrawSetAside aside, Person person) {
        var programme =
                programmes.find(aside.programmeId()).map(Programme::name).orElse("");
        if (person.email() != null) {
            outbox.write(new Mail(
                    UUID.randomUUID(),
                    person.email(),
                    texts.say("notify.draw-set-aside.subject", programme),
                    texts.say(
                            "notify.draw-set-aside.body",
                            person.name(),
                            programme,
                            site.link("/calls/%s/draw".formatted(aside.programmeId())),
                            aside.reason(),
                            texts.moment(aside.nextFrom())),
                    aside.at()));
        }
    }

    private void write(UUID programmeId, String personId, String key, String nextWave, int turn, Instant at) {
        var programme = programmes.find(programmeId).map(Programme::name).orElse("");
        people.find(personId).ifPresent(person -> {
            if (person.email() != null) {
                outbox.write(new Mail(
                        UUID.randomUUID(),
                        person.email(),
                        texts.say(key + ".subject", programme),
                        texts.say(
                                key + ".body",
                                person.name(),
                                programme,
                                site.link("/calls/%s/place".formatted(programmeId)),
                                nextWave,
                                turn),
                        at));
            }
        });
    }
}
