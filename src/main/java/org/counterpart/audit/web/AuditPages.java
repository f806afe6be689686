// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.counterpart.audit.AuditEvent;
import org.counterpart.audit.AuditEvent.Mentioned;
import org.counterpart.audit.AuditLog;
import org.counterpart.audit.web.Names.Known;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Texts;
import org.counterpart.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit log as owners read it, and auditors without the names of those who only take part.
@Controller
@Access(Audience.AUDITOR)
public class AuditPages {
    static final int A_PAGE = 50;

    private final AuditLog log;
    private final Names names;
    private final MessageSource messages;

    AuditPages(AuditLog log, Names names, MessageSource messages) {
        this.log = log;
        this.names = names;
        this.messages = messages;
    }

    public record Line(long number, Instant at, String sentence) {}

    /// @param older number before which the next page starts; 0 where there is none
    public record LogPage(List<Line> lines, long older) {}

    @GetMapping("/audit")
    String show(
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @AuthenticationPrincipal SignedIn who,
            Model model) {
        var texts = new Texts(messages, Locale.ENGLISH);
        var events = log.before(before, A_PAGE + 1);
        boolean more = events.size() > A_PAGE;
        var shown = more ? events.subList(0, A_PAGE) : events;
        var known = known(shown, who, texts);
        var lines = shown.stream()
                .map(event -> new Line(event.number(), event.at(), sentence(event, known, texts)))
                .toList();
        model.addAttribute("page", new LogPage(lines, more ? lines.getLast().number() : 0));
        return "audit/log";
    }

    private Known known(List<AuditEvent> events, SignedIn who, Words words) {
        var accounts = new HashSet<UUID>();
        var people = new HashSet<String>();
        for (var event : events) {
            if (event.actor() instanceof UUID actor) {
                accounts.add(actor);
            }
            if (event.account() instanceof UUID account) {
                accounts.add(account);
            }
            event.people().stream()
                    .map(Mentioned::personId)
                    .filter(Objects::nonNull)
                    .forEach(people::add);
        }
        return who.owner() ? names.of(accounts, people, words) : names.forAuditors(accounts, words);
    }

    private static String sentence(AuditEvent event, Known known, Words words) {
        return words.say(
                "audit.kind." + event.kind(),
                known.account(event.actor(), "audit.somebody"),
                event.account() == null ? first(event, known, 0) : known.account(event.account(), "audit.somebody"),
                first(event, known, 1),
                event.peopleInAll(),
                known.programme(event.programmeId()),
                event.route() == null ? "" : event.route(),
                event.reason() == null ? "" : words.say("audit.reason." + event.reason()));
    }

    private static String first(AuditEvent event, Known known, int place) {
        return event.people().size() > place ? known.person(event.people().get(place)) : "";
    }
}
