// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.identity.Account;
import org.counterpart.identity.Accounts;
import org.counterpart.identity.DutyConfirmed;
import org.counterpart.identity.DutyEnded;
import org.counterpart.identity.DutyProposed;
import org.counterpart.identity.Grants;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Mails that a duty was proposed, confirmed or ended: to whom it concerns, and what is proposed to every owner, so
/// that
/// nobody is entrusted with anything unseen.
@Component
class DutyMail {
    private final Outbox outbox;
    private final Accounts accounts;
    private final Grants grants;
    private final Texts texts;
    private final Site site;

    DutyMail(Outbox outbox, Accounts accounts, Grants grants, MessageSource messages, Site site) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.grants = grants;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.site = site;
    }

    @EventListener
    void tell(DutyProposed proposed) {
        write(proposed.grant().holder(), "notify.duty.proposed", proposed.at());
        for (var owner : grants.owners()) {
            if (!owner.equals(proposed.grant().proposedBy())
                    && !owner.equals(proposed.grant().holder().id())) {
                accounts.find(owner).ifPresent(each -> write(each, "notify.duty.waits", proposed.at()));
            }
        }
    }

    @EventListener
    void tell(DutyConfirmed confirmed) {
        write(confirmed.grant().holder(), "notify.duty.confirmed", confirmed.at());
    }

    @EventListener
    void tell(DutyEnded ended) {
        write(ended.grant().holder(), "notify.duty.ended", ended.at());
    }

    private void write(Account to, String key, Instant at) {
        if (!to.email().isEmpty()) {
            outbox.write(new Mail(
                    UUID.randomUUID(),
                    to.email(),
                    texts.say(key + ".subject"),
                    texts.say(key + ".body", to.name(), site.link("/duties")),
                    at));
        }
    }
}
