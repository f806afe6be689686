// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.counterpart.matching.DecidingPairs;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.matching.PublishingRun;
import org.counterpart.people.People;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the owner does on the matching screen.
@Controller
@Access(Audience.OWNER)
public class MatchingActs {
    private final Programmes programmes;
    private final People people;
    private final DecidingPairs deciding;
    private final ProposingPairs proposing;
    private final PublishingRun publishing;
    private final MessageSource messages;
    private final Notice notice;

    MatchingActs(
            Programmes programmes,
            People people,
            DecidingPairs deciding,
            ProposingPairs proposing,
            PublishingRun publishing,
            MessageSource messages,
            Notice notice) {
        this.programmes = programmes;
        this.people = people;
        this.deciding = deciding;
        this.proposing = proposing;
        this.publishing = publishing;
        this.messages = messages;
        this.notice = notice;
    }

    @PostMapping("/programmes/{id}/matching/runs")
    String run(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes flash) {
        check(id);
        switch (proposing.run(id, reason, who)) {
            case ProposingPairs.Proposed(var run) ->
                notice.show(
                        flash,
                        "matching.done.run",
                        run.number(),
                        run.figures().pairs(),
                        run.leftOut().size());
            case ProposingPairs.NobodyThere() -> notice.show(flash, "matching.refused.nobody");
            case ProposingPairs.QuotasInTheWay(var conflict) -> notice.show(flash, "matching.refused.quotas", conflict);
            case ProposingPairs.ReasonTooLong() -> notice.show(flash, "matching.refused.run-reason");
            case ProposingPairs.Undecided() -> notice.show(flash, "matching.refused.undecided");
            case ProposingPairs.LocksInTheWay(var locks) -> {
                var first = locks.entrySet().iterator().next();
                notice.show(
                        flash,
                        "matching.refused.lock." + first.getValue(),
                        name(first.getKey().mentor()),
                        name(first.getKey().mentee()));
            }
        }
        return back(id);
    }

    @PostMapping("/programmes/{id}/matching/rules")
    String rules(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes flash) {
        check(id);
        var texts = new Texts(messages, Locale.ENGLISH);
        var typed = RulesForm.read(form, texts::say);
        if (!typed.firstFaulty().isEmpty()) {
            flash.addFlashAttribute(RulesForm.TYPED, typed);
            notice.show(flash, "matching.refused.rules");
            return back(id) + "#" + typed.firstFaulty();
        }
        var rules = typed.rules();
        var told = new MatchingView(texts, Map.of()).told(rules);
        notice.show(
                flash, deciding.changeRules(id, rules, told, who) ? "matching.done.rules" : "matching.done.same-rules");
        return back(id);
    }

    @PostMapping("/programmes/{id}/matching/wishes")
    String decide(
            @PathVariable UUID id,
            @RequestParam String mentor,
            @RequestParam String mentee,
            @RequestParam PairWish.Kind kind,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes flash) {
        check(id);
        var answer = deciding.decide(id, new PairKey(mentor, mentee), kind, reason, who);
        notice.show(
                flash,
                answer == DecidingPairs.Answer.DONE ? "matching.done." + kind : "matching.refused." + answer,
                name(mentor),
                name(mentee));
        return back(id);
    }

    @PostMapping("/programmes/{id}/matching/wishes/removal")
    String leaveOpen(
            @PathVariable UUID id,
            @RequestParam String mentor,
            @RequestParam String mentee,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes flash) {
        check(id);
        deciding.leaveOpen(id, new PairKey(mentor, mentee), who);
        notice.show(flash, "matching.done.open", name(mentor), name(mentee));
        return back(id);
    }

    @PostMapping("/programmes/{id}/matching/runs/{run}/publication")
    String publish(
            @PathVariable UUID id,
            @PathVariable UUID run,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes flash) {
        check(id);
        return switch (publishing.publish(id, run, reason, who)) {
            case PublishingRun.Published(int pairs) -> {
                notice.show(flash, "matching.done.published", pairs);
                yield "redirect:/programmes/%s/pairs".formatted(id);
            }
            case PublishingRun.Refused(var why) -> {
                notice.show(flash, "matching.refused." + why);
                yield back(id);
            }
        };
    }

    private void check(UUID id) {
        if (programmes.find(id).isEmpty()) {
            throw new NotFound();
        }
    }

    private String name(String personId) {
        return people.find(personId).map(each -> each.name()).orElse(personId);
    }

    private static String back(UUID id) {
        return "redirect:/programmes/%s/matching".formatted(id);
    }
}
