// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.util.Locale;
import java.util.UUID;
import org.counterpart.identity.SignInLinkRequested;
import org.counterpart.web.Site;
import org.counterpart.web.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// Mails the link that somebody asked for. Where no mail server is set up yet, an owner's link is printed where the
/// server runs, so that whoever installs Counterpart can come back in.
@Component
class SignInMail {
    private static final Logger LOG = LoggerFactory.getLogger(SignInMail.class);

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
    void write(SignInLinkRequested requested) {
        var link = site.link("/sign-in/link/" + requested.token().text());
        if (!site.demonstration() && server.getIfAvailable() == null) {
            if (requested.owner()) {
                LOG.info(
                        "No mail server is set up. The sign-in link for {}, good for ten minutes: {}",
                        requested.email(),
                        link);
            }
            return;
        }
        outbox.write(new Mail(
                UUID.randomUUID(),
                requested.email(),
                texts.say("notify.sign-in.subject"),
                texts.say("notify.sign-in.body", link),
                requested.at()));
    }
}
