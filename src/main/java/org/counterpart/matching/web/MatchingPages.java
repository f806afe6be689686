// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUps;
import org.counterpart.identity.Accounts;
import org.counterpart.matching.Aim;
import org.counterpart.matching.Evidence;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.MatchRuns;
import org.counterpart.matching.MatchRuns.Headline;
import org.counterpart.matching.MatchSettings;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.PairWishes;
import org.counterpart.matching.web.MatchingView.LeftOutRow;
import org.counterpart.matching.web.MatchingView.PairRow;
import org.counterpart.matching.web.MatchingView.RuleRow;
import org.counterpart.matching.web.MatchingView.Who;
import org.counterpart.matching.web.QuotaGroups.Group;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Download;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.counterpart.web.Portion;
import org.counterpart.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The matching screen: the rules, what they propose, and what follows from it.
@Controller
@Access(Audience.OWNER)
public class MatchingPages {
    private static final int RUNS_SHOWN = 20;
    private static final int SHOWN_AT_ONCE = 50;

    private final Programmes programmes;
    private final SignUps signUps;
    private final People people;
    private final MatchRuns runs;
    private final MatchSettings settings;
    private final PairWishes wishes;
    private final Accounts accounts;
    private final MessageSource messages;

    MatchingPages(
            Programmes programmes,
            SignUps signUps,
            People people,
            MatchRuns runs,
            MatchSettings settings,
            PairWishes wishes,
            Accounts accounts,
            MessageSource messages) {
        this.programmes = programmes;
        this.signUps = signUps;
        this.people = people;
        this.runs = runs;
        this.settings = settings;
        this.wishes = wishes;
        this.accounts = accounts;
        this.messages = messages;
    }

    /// @param groups departments and sites that a quota could name
    /// @param remarks what a quota misses, a row each; empty where nothing
    /// @param run the run that is shown; none before the first
    /// @param ranBy the name of whoever ran it
    /// @param latest whether it is the newest, which alone can be published
    public record MatchingPage(
            Programme programme,
            int signUps,
            List<RuleRow> ruleRows,
            RulesForm form,
            List<Group> groups,
            List<String> remarks,
            @Nullable MatchRun run,
            String ranBy,
            boolean latest,
            List<String> onceMore,
            List<String> quotaPrices,
            Portion<PairRow> pairs,
            Portion<LeftOutRow> leftOut,
            List<WishRow> wishes,
            List<Who> mentors,
            List<Who> mentees,
            List<Headline> runs) {
        public String here() {
            return "/programmes/" + programme.id() + "/matching";
        }

        /// Where a pair stands, with the same people left out beside it.
        public String pairsAt(int row) {
            return "%s?run=%s&from=%d&leftOut=%d#proposed".formatted(here(), shown().id(), row, leftOut.first());
        }

        /// Where somebody left out stands, with the same pairs beside them.
        public String leftOutAt(int row) {
            return "%s?run=%s&from=%d&leftOut=%d#left-out".formatted(here(), shown().id(), pairs.first(), row);
        }

        public MatchRun shown() {
            return java.util.Objects.requireNonNull(run);
        }

        public long newPairs() {
            return shown().proposals().stream().filter(pair -> !pair.standing()).count();
        }

        /// Percent of pairs across departments, rounded; 0 where there is no pair.
        public long acrossDepartments() {
            long across = shown().proposals().stream()
                    .filter(each -> each.evidence().stream().anyMatch(Evidence.DifferentDepartments.class::isInstance))
                    .count();
            return pairs.isEmpty() ? 0 : Math.round(100.0 * across / pairs.all());
        }

        /// What the aim of the run reached and what the others would have, in the order of the choice.
        public List<MatchRun.Alternative> aims() {
            var aims = new ArrayList<>(shown().alternatives());
            aims.add(new MatchRun.Alternative(shown().first(), shown().figures()));
            aims.sort(Comparator.comparing(MatchRun.Alternative::aim));
            return aims;
        }

        /// What was proved of the run: `optimal`, `quotas` (optimal under them), `weighed` (optimal among the pairs
        /// that
        /// an index chose), `nearly` or `stable`.
        public String proved() {
            if (shown().first() == Aim.STABLE) {
                return "stable";
            }
            if (!shown().complete()) {
                return "nearly";
            }
            if (shown().shortlisted()) {
                return "weighed";
            }
            return shown().quotas().isEmpty() ? "optimal" : "quotas";
        }

        /// What each other aim would have given and taken, in words.
        public List<String> prices(Frame frame) {
            return shown().alternatives().stream()
                    .sorted(Comparator.comparing(MatchRun.Alternative::aim))
                    .map(each -> AimPrice.in(frame.texts(), shown().figures(), each))
                    .toList();
        }

        /// Whether stable pairs stand among the aims that are compared.
        public boolean showsStable() {
            return aims().stream().anyMatch(each -> each.aim() == Aim.STABLE);
        }

        public boolean publishable() {
            return latest && run != null && !run.published() && newPairs() > 0 && run.verified();
        }
    }

    public record WishRow(String kind, Who mentor, Who mentee, String reason, String by) {}

    @GetMapping("/programmes/{id}/matching")
    String show(
            @PathVariable UUID id,
            @RequestParam @Nullable UUID run,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "1") int leftOut,
            Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var latest = runs.latest(id).orElse(null);
        var shown = run == null ? latest : runs.find(id, run).orElseThrow(NotFound::new);
        var everyone = people.all();
        var view = new MatchingView(new Texts(messages, Locale.ENGLISH), everyone);
        var typed = (RulesForm) model.getAttribute(RulesForm.TYPED);
        var enrolled = signUps.takingPart(id);
        var rules = settings.of(id);
        var form = typed == null ? RulesForm.of(rules) : typed;
        var wished = wishes.of(id);
        var gone = new Texts(messages, Locale.ENGLISH).say("privacy.someone");
        var by = accounts.names(Stream.concat(
                        wished.stream().map(PairWish::by),
                        Stream.ofNullable(shown).map(MatchRun::by))
                .collect(Collectors.toSet()));
        model.addAttribute(
                "page",
                new MatchingPage(
                        programme,
                        enrolled.size(),
                        view.rules(rules, shown),
                        form,
                        QuotaGroups.of(enrolled, everyone),
                        form.quotas().stream()
                                .map(row -> view.nobodyIn(row, enrolled))
                                .toList(),
                        shown,
                        shown == null ? "" : by.getOrDefault(shown.by(), gone),
                        shown != null && latest != null && shown.id().equals(latest.id()),
                        shown == null ? List.of() : view.onceMore(shown),
                        shown == null ? List.of() : view.quotas(shown),
                        view.pairs(shown, from, SHOWN_AT_ONCE),
                        view.leftOut(shown, leftOut, SHOWN_AT_ONCE),
                        wished.stream()
                                .map(wish -> new WishRow(
                                        wish.kind().name(),
                                        view.who(wish.pair().mentor()),
                                        view.who(wish.pair().mentee()),
                                        wish.reason(),
                                        by.getOrDefault(wish.by(), gone)))
                                .toList(),
                        view.those(enrolled, Role::mayMentor),
                        view.those(enrolled, Role::mayBeMentored),
                        runs.headlines(id, RUNS_SHOWN)));
        return "matching/show";
    }

    @GetMapping("/programmes/{id}/matching/runs/{run}/proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID id, @PathVariable UUID run) {
        var archive = runs.archive(id, run).orElseThrow(NotFound::new);
        return Download.of("matching-proof.zip", MediaType.parseMediaType("application/zip"), archive);
    }
}
