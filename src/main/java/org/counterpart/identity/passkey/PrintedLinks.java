// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.Owners;
import org.counterpart.identity.Secret;
import org.counterpart.postgres.Acting;
import org.counterpart.web.CannotStart;
import org.counterpart.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Prints, where the server runs, the link of the first owner while there is none, and that of an owner who lost every
/// passkey, if the start was asked for it. Whoever reads this output has the database anyway.
@Component
class PrintedLinks {
    private static final Logger LOG = LoggerFactory.getLogger(PrintedLinks.class);

    private final SettingUp settingUp;
    private final Owners owners;
    private final Site site;
    private final String recover;

    PrintedLinks(
            SettingUp settingUp, Owners owners, Site site, @Value("${counterpart.sign-in.recover:}") String recover) {
        this.settingUp = settingUp;
        this.owners = owners;
        this.site = site;
        this.recover = recover;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (!recover.isEmpty()) {
            var token = EmailAddress.read(recover)
                    .flatMap(settingUp::recover)
                    .orElseThrow(() -> new CannotStart("identity.recover.nobody", recover));
            LOG.info("Open this link within an hour to make a new passkey for {}: {}", recover, link(token));
        }
        if (!site.demonstration() && Acting.system(owners::none)) {
            LOG.info(
                    "Nobody owns this installation yet. Open this link once to set it up: {}", link(settingUp.issue()));
        }
    }

    private String link(Secret token) {
        return site.link("/set-up/" + token.text());
    }
}
