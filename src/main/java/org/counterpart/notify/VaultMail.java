// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.util.Locale;
import java.util.UUID;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.counterpart.vault.HoldersChanged;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people on another way when what opens their sealed words has changed, so that they hear of it if it was not
/// them.
@Component
class VaultMail {
    private final Outbox outbox;
    private final People people;
    private final Texts texts;
    private final Site site;

    VaultMail(Outbox outbox, People people, MessageSource messages, Site site) {
        this.outbox = outbox;
        this.people = people;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.site = site;
    }

    @EventListener
    void write(HoldersChanged changed) {
        var what = "notify.vault." + changed.change();
        Acting.system(() -> people.find(changed.personId())).ifPresent(person -> {
            if (person.email() instanceof String address) {
                outbox.write(new Mail(
                        UUID.randomUUID(),
                        address,
                        texts.say(what + ".subject"),
                        texts.say(what + ".body", person.name(), site.link("/vault")),
                        changed.at()));
            }
        });
    }
}
