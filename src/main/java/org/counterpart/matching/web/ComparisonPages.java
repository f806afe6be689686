// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.MatchRun.Proposal;
import org.counterpart.matching.MatchRuns;
import org.counterpart.matching.web.MatchingView.Who;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Two runs side by side.
@Controller
@Access(Audience.OWNER)
public class ComparisonPages {
    private final Programmes programmes;
    private final MatchRuns runs;
    private final People people;
    private final MessageSource messages;

    ComparisonPages(Programmes programmes, MatchRuns runs, People people, MessageSource messages) {
        this.programmes = programmes;
        this.runs = runs;
        this.people = people;
        this.messages = messages;
    }

    public record ComparisonPage(
            Programme programme,
            MatchRun left,
            MatchRun right,
            long inBoth,
            List<Pair> onlyLeft,
            List<Pair> onlyRight,
            List<Who> leftOutLeft,
            List<Who> leftOutRight) {}

    public record Pair(Who mentor, Who mentee, int benefit) {}

    @GetMapping("/programmes/{id}/matching/comparison")
    String show(@PathVariable UUID id, @RequestParam UUID left, @RequestParam UUID right, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var one = runs.find(id, left).orElseThrow(NotFound::new);
        var other = runs.find(id, right).orElseThrow(NotFound::new);
        var view = new MatchingView(new Texts(messages, Locale.ENGLISH), people.all());
        model.addAttribute(
                "page",
                new ComparisonPage(
                        programme,
                        one,
                        other,
                        one.proposals().size() - one.changesFrom(other),
                        only(one, other, view),
                        only(other, one, view),
                        leftOutOnly(one, other, view),
                        leftOutOnly(other, one, view)));
        return "matching/comparison";
    }

    private static List<Pair> only(MatchRun one, MatchRun other, MatchingView view) {
        var others = other.proposals().stream().map(Proposal::key).toList();
        return one.proposals().stream()
                .filter(each -> !others.contains(each.key()))
                .map(each -> new Pair(view.who(each.mentorId()), view.who(each.menteeId()), each.benefit()))
                .toList();
    }

    private static List<Who> leftOutOnly(MatchRun one, MatchRun other, MatchingView view) {
        var others = other.leftOut().stream().map(each -> each.personId()).toList();
        return one.leftOut().stream()
                .filter(each -> !others.contains(each.personId()))
                .map(each -> view.who(each.personId()))
                .toList();
    }
}
