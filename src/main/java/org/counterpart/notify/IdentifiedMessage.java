// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/// A message that keeps the Message-ID it was given, so that a mail sent a second time can be told (RFC 5322
/// §3.6.4).
final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(String id) {
        super((Session) null);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
