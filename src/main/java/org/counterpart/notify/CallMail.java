// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.counterpart.enrolment.inviting.CallAnnounced;
import org.counterpart.enrolment.inviting.CallText;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells everyone of a call, fifty mails a second, so that nobody's link to sign in waits behind them.
@Component
class CallMail {
    private static final Duration APART = Duration.ofMillis(20);

    private final Outbox outbox;
    private final CallText text;
    private final Texts texts;

    CallMail(Outbox outbox, CallText text, MessageSource messages) {
        this.outbox = outbox;
        this.text = text;
        this.texts = new Texts(messages, Locale.ENGLISH);
    }

    @EventListener
    void tell(CallAnnounced announced) {
        var subject = text.subject(announced.programmeId(), texts);
        var body = text.body(announced.programmeId(), texts);
        outbox.write(
                announced.people().stream()
                        .map(person -> new Mail(
                                UUID.randomUUID(),
                                Objects.requireNonNull(person.email()),
                                subject,
                                texts.say("notify.call.body", person.name(), body),
                                announced.at()))
                        .toList(),
                APART);
    }
}
