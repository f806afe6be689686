// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.identity.Accounts;
import org.counterpart.identity.PasskeyAdded;
import org.counterpart.identity.PasskeyRemoved;
import org.counterpart.postgres.Acting;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells people when how they sign in has changed, so that they hear of it if it was not them (ASVS 6.3.7).
@Component
class PasskeyMail {
    private final Outbox outbox;
    private final Accounts accounts;
    private final Texts texts;
    private final Site site;

    PasskeyMail(Outbox outbox, Accounts accounts, MessageSource messages, Site site) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.site = site;
    }

    @EventListener
    void write(PasskeyAdded added) {
        write(added.accountId(), "notify.passkey.added", added.name(), added.at());
    }

    @EventListener
    void write(PasskeyRemoved removed) {
        write(removed.accountId(), "notify.passkey.removed", removed.name(), removed.at());
    }

    private void write(UUID accountId, String what, String passkey, Instant at) {
        Acting.system(() -> accounts.find(accountId))
                .ifPresent(account -> outbox.write(new Mail(
                        UUID.randomUUID(),
                        account.email(),
                        texts.say(what + ".subject"),
                        texts.say(what + ".body", account.name(), passkey, site.link("/account/passkeys")),
                        at)));
    }
}
