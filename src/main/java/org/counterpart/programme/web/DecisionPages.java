// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

    DecisionPages(Programmes programmes, Decisions decisions) {
        this.programmes = programmes;
        this.decisions = decisions;
    }

    /// @param older id before which the next page starts; 0 where there is none
    public record LogPage(Programme programme, List<Entry> entries, long older) {
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
                "page", new LogPage(programme, shown, more ? shown.getLast().id() : 0));
        return "programme/decisions";
    }
}
