// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpart.identity.Accounts;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Decisions.Entry;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The decision log of a programme.
@Controller
@Access(Audience.AUDITOR)
public class DecisionPages {
    private static final int A_PAGE = 50;

    private final Programmes programmes;
    private final Decisions decisions;
    private final Accounts accounts;
    private final People people;

    DecisionPages(Programmes programmes, Decisions decisions, Accounts accounts, People people) {
        this.programmes = programmes;
        this.decisions = decisions;
        this.accounts = accounts;
        this.people = people;
    }

    /// @param older id before which the next page starts; 0 where there is none
    /// @param deciders names of those who decided, by account
    /// @param people names of those whom decisions are about, by id; none where the reader may not look them up
    public record LogPage(
            Programme programme,
            List<Entry> entries,
            Map<UUID, String> deciders,
            Map<String, Person> people,
            long older) {
        /// Who decided it, and when.
        public String by(Frame frame, Decision decision) {
            var at = frame.moment(decision.at());
            return decision.by() instanceof UUID account
                    ? frame.t("programme.decisions.by", deciders.getOrDefault(account, frame.t("privacy.someone")), at)
                    : frame.t("programme.decisions.nobody", at);
        }

        /// Owners read who it was about; auditors do not, since whether a decision was right does not hang on that.
        private String person(Frame frame, String id) {
            return people.get(id) instanceof Person known
                    ? known.name()
                    : frame.t(frame.owner() ? "privacy.someone" : "programme.decisions.somebody");
        }

        /// What was decided, in a sentence.
        public String told(Frame frame, Decision decision) {
            return switch (decision.act()) {
                case PHASE_CHANGED ->
                    frame.t("programme.phase.moved." + decision.about().getLast());
                case COUNTRY_SETTLED ->
                    frame.t(
                            "programme.act.COUNTRY_SETTLED",
                            Locale.of("", decision.about().getFirst())
                                    .getDisplayCountry(frame.texts().locale()),
                            frame.t("country.kind." + decision.about().get(1)),
                            decision.about().getLast());
                case PAIR_LOCKED, PAIR_FORBIDDEN, PAIR_LEFT_OPEN ->
                    frame.t(
                            "programme.act." + decision.act(),
                            decision.about().stream()
                                    .map(id -> person(frame, id))
                                    .toArray());
                default ->
                    frame.t("programme.act." + decision.act(), decision.about().toArray());
            };
        }
    }

    @GetMapping("/programmes/{id}/decisions")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "9223372036854775807") long before, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var entries = decisions.before(id, before, A_PAGE + 1);
        boolean more = entries.size() > A_PAGE;
        var shown = more ? entries.subList(0, A_PAGE) : entries;
        model.addAttribute(
                "page",
                new LogPage(
                        programme,
                        shown,
                        deciders(shown),
                        people.of(about(shown)),
                        more ? shown.getLast().id() : 0));
        return "programme/decisions";
    }

    /// Whoever stands for a decision is named to all who read it, also where they could not look them up by themselves.
    private Map<UUID, String> deciders(List<Entry> entries) {
        var ids = entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.decision().by()))
                .collect(Collectors.toSet());
        return Acting.system(() -> accounts.names(ids));
    }

    private static Set<String> about(List<Entry> entries) {
        return entries.stream()
                .map(Entry::decision)
                .filter(decision -> decision.act().namesPeople())
                .flatMap(decision -> decision.about().stream())
                .collect(Collectors.toSet());
    }
}
