// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.identity.SignInLinkIssued;
import org.counterpart.identity.SignInLinkWithheld;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Mails the link that somebody asked for, or that none is mailed to them. Where no mail server is set up yet, nothing
/// waits for one: a link would be old by then.
@Component
class SignInMail {
    private final Outbox outbox;
    private final Texts texts;
    private final Site site;
    private final ObjectProvider<JavaMailSender> server;

    SignInMail(Outbox outbox, MessageSource messages, Site site, ObjectProvider<JavaMailSender> server) {
        this.outbox = outbox;
        this.texts = new Texts(messages, Locale.ENGLISH);
        this.site = site;
        this.server = server;
    }

    @EventListener
    void write(SignInLinkIssued issued) {
        var link = site.link("/sign-in/link/" + issued.token().text());
        write(issued.email(), "notify.sign-in", link, issued.at());
    }

    @EventListener
    void write(SignInLinkWithheld withheld) {
        write(withheld.email(), "notify.withheld", site.link("/sign-in"), withheld.at());
    }

    private void write(String email, String what, String link, Instant at) {
        if (site.demonstration() || server.getIfAvailable() != null) {
            outbox.write(new Mail(
                    UUID.randomUUID(), email, texts.say(what + ".subject"), texts.say(what + ".body", link), at));
        }
    }
}
