// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.matching.FairnessAudits;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.MatchRuns;
import org.counterpart.matching.fairness.AuditWords;
import org.counterpart.matching.fairness.Section;
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

/// How one run treats groups of people.
@Controller
@Access(Audience.OWNER)
public class FairnessPages {
    private final Programmes programmes;
    private final MatchRuns runs;
    private final FairnessAudits audits;
    private final MessageSource messages;

    FairnessPages(Programmes programmes, MatchRuns runs, FairnessAudits audits, MessageSource messages) {
        this.programmes = programmes;
        this.runs = runs;
        this.audits = audits;
        this.messages = messages;
    }

    /// @param sections of the audit; none where the run was made before there were audits
    public record FairnessPage(Programme programme, MatchRun run, List<Section> sections) {
        public String matching() {
            return "/programmes/" + programme.id() + "/matching";
        }
    }

    @GetMapping("/programmes/{id}/matching/runs/{run}/fairness")
    String show(@PathVariable UUID id, @PathVariable UUID run, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var shown = runs.find(id, run).orElseThrow(NotFound::new);
        var words = new AuditWords(new Texts(messages, Locale.ENGLISH));
        model.addAttribute(
                "page",
                new FairnessPage(
                        programme, shown, audits.of(run).map(words::say).orElse(List.of())));
        return "matching/fairness";
    }
}
