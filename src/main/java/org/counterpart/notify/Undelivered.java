// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/// Why a mail was not taken, for the log: the kinds of faults and the codes of the mail server (RFC 5321), without its
/// words, in which addresses stand.
final class Undelivered {
    /// At the beginning of an answer of the server.
    private static final Pattern CODE = Pattern.compile("^([245]\\d\\d)\\b");

    private Undelivered() {}

    static String why(Exception refused) {
        var kinds = new LinkedHashSet<String>();
        for (Throwable each = refused; each != null; each = next(each)) {
            kinds.add(kind(each));
        }
        return String.join(", ", kinds);
    }

    private static String kind(Throwable fault) {
        var code = CODE.matcher(fault.getMessage() == null ? "" : fault.getMessage());
        return fault.getClass().getSimpleName() + (code.find() ? " " + code.group(1) : "");
    }

    private static @Nullable Throwable next(Throwable fault) {
        if (fault instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return sending.getMessageExceptions()[0];
        }
        return fault instanceof MessagingException mail && mail.getNextException() instanceof Exception deeper
                ? deeper
                : fault.getCause();
    }
}
