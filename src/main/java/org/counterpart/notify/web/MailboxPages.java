// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.counterpart.notify.Mail;
import org.counterpart.notify.Mailbox;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The mailbox of a demonstration.
@Controller
@Access(Audience.ANYONE)
public class MailboxPages {
    private final Mailbox mailbox;

    MailboxPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    public record MailboxPage(List<Mail> mails) {}

    /// @param lines of the text, those that are a link apart
    public record MailPage(Mail mail, List<Line> lines) {}

    public record Line(String text, boolean link) {
        /// The path of a link of ours.
        public String path() {
            return text.replaceFirst("^https?://[^/]+", "");
        }
    }

    @GetMapping("/mailbox")
    String index(Model model) {
        model.addAttribute("page", new MailboxPage(mailbox.latest()));
        return "notify/mailbox";
    }

    @GetMapping("/mailbox/{id}")
    String show(@PathVariable UUID id, Model model) {
        var mail = mailbox.mail(id);
        var lines = Arrays.stream(mail.body().split("\n"))
                .map(line -> new Line(line, line.startsWith("http")))
                .toList();
        model.addAttribute("page", new MailPage(mail, lines));
        return "notify/mail";
    }
}
