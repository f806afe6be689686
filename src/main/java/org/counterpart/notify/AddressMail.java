// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.identity.Accounts;
import org.counterpart.people.AddressesChanged;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the old address that it signs nobody in any more, so that whoever had it hears of it if it was not meant so
/// (ASVS 6.3.7). By now it may be another one's, so the mail names nobody. Whoever never signed in is not bothered.
@Component
class AddressMail {
    private final Outbox outbox;
    private final Accounts accounts;
    private final Texts texts;
    private final Site site;

    AddressMail(Outbox outbox, Accounts accounts, MessageSource messages, Site site) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.site = site;
    }

    @EventListener
    void tell(AddressesChanged changed) {
        var signIn = accounts.amongPeople(changed.before().keySet());
        changed.before().forEach((personId, address) -> {
            if (signIn.contains(personId)) {
                write(address, changed.at());
            }
        });
    }

    private void write(String address, Instant at) {
        outbox.write(new Mail(
                UUID.randomUUID(),
                address,
                texts.say("notify.address.subject"),
                texts.say("notify.address.body", site.link("/")),
                at));
    }
}
