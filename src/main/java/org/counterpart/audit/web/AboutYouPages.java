// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.audit.AboutYou;
import org.counterpart.audit.AuditLog;
import org.counterpart.audit.web.AuditPages.Line;
import org.counterpart.audit.web.Names.Known;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Texts;
import org.counterpart.web.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The decisions that concern whoever reads (R75): what was decided, when, by whom and on what ground.
@Controller
@Access(Audience.SIGNED_IN)
public class AboutYouPages {
    private final AuditLog log;
    private final Names names;
    private final MessageSource messages;

    AboutYouPages(AuditLog log, Names names, MessageSource messages) {
        this.log = log;
        this.names = names;
        this.messages = messages;
    }

    /// @param older number before which the next page starts; 0 where there is none
    public record DecisionsPage(List<Line> lines, long older) {}

    @GetMapping("/decisions")
    String show(@RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        var texts = new Texts(messages, Locale.ENGLISH);
        var decisions = log.aboutMe(before, AuditPages.A_PAGE + 1);
        boolean more = decisions.size() > AuditPages.A_PAGE;
        var shown = more ? decisions.subList(0, AuditPages.A_PAGE) : decisions;
        var known = names.of(deciders(shown), Set.of(), texts);
        var lines = shown.stream()
                .map(decision -> new Line(decision.number(), decision.at(), sentence(decision, known, texts)))
                .toList();
        model.addAttribute(
                "page", new DecisionsPage(lines, more ? lines.getLast().number() : 0));
        return "audit/about-you";
    }

    private static Set<UUID> deciders(List<AboutYou> decisions) {
        return decisions.stream().map(AboutYou::actor).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    private static String sentence(AboutYou decision, Known known, Words words) {
        return words.say(
                "audit.you." + decision.kind(),
                known.account(decision.actor(), "audit.somebody"),
                known.programme(decision.programmeId()),
                decision.reason() == null ? "" : words.say("audit.you.reason." + decision.reason()));
    }
}
