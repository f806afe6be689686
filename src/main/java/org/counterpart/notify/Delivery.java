// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.counterpart.postgres.Acting;
import org.counterpart.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what lies in the outbox, one mail a transaction: a crash between the mail server's yes and our commit can
/// send that one mail again, under the same Message-ID, and none is ever lost. In a demonstration nothing leaves
/// the house; the mailbox page shows the outbox.
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 100;

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> server;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Site site;
    private final String sender;

    Delivery(
            Outbox outbox,
            ObjectProvider<JavaMailSender> server,
            TransactionTemplate transaction,
            Clock clock,
            Site site,
            @Value("${counterpart.mail.from}") String sender) {
        this.outbox = outbox;
        this.server = server;
        this.transaction = transaction;
        this.clock = clock;
        this.site = site;
        this.sender = sender;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void deliver() {
        var mailServer = site.demonstration() ? null : server.getIfAvailable();
        if (mailServer == null) {
            return;
        }
        for (int sent = 0; sent < AT_ONCE; sent++) {
            if (!Acting.system(() -> Boolean.TRUE.equals(transaction.execute(_ -> deliverOne(mailServer))))) {
                return;
            }
        }
    }

    private boolean deliverOne(JavaMailSender mailServer) {
        var next = outbox.hold(clock.instant());
        next.ifPresent(mail -> {
            try {
                send(mailServer, mail);
                outbox.sent(mail.id(), clock.instant(), "");
            } catch (MailException | MessagingException refused) {
                LOG.warn("Mail {} could not be sent and is tried again: {}", mail.id(), Undelivered.why(refused));
                outbox.failed(mail.id(), clock.instant());
            }
        });
        return next.isPresent();
    }

    private void send(JavaMailSender mailServer, Mail mail) throws MessagingException {
        var message =
                new IdentifiedMessage("<%s@%s>".formatted(mail.id(), site.url().getHost()));
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(sender);
        helper.setTo(mail.recipient());
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        helper.setSentDate(java.util.Date.from(mail.writtenAt()));
        mailServer.send(message);
    }
}
