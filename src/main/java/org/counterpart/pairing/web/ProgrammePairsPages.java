// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.counterpart.pairing.EndingPairs;
import org.counterpart.pairing.Pair.Outcome;
import org.counterpart.pairing.Pairs;
import org.counterpart.pairing.Pairs.Overview;
import org.counterpart.pairing.Pause;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The pairs of a programme as its owner sees them: how each stands, never who said what.
@Controller
@Access(Audience.OWNER)
public class ProgrammePairsPages {
    private final Programmes programmes;
    private final Pairs pairs;
    private final People people;
    private final EndingPairs ending;
    private final Notice notice;

    ProgrammePairsPages(Programmes programmes, Pairs pairs, People people, EndingPairs ending, Notice notice) {
        this.programmes = programmes;
        this.pairs = pairs;
        this.people = people;
        this.ending = ending;
        this.notice = notice;
    }

    /// @param typed what stands in the form of one pair, which lacks a reason
    public record PairsPage(
            Programme programme, List<Row> rows, @Nullable TypedReason typed) {
        /// Pairs that an owner may end.
        public List<Row> onALine() {
            return rows.stream()
                    .filter(row -> row.overview().outcome() == Outcome.PAUSED)
                    .filter(row -> row.overview().pause() instanceof Pause pause
                            && pause.cause() == Pause.Cause.REPORTING_LINE)
                    .toList();
        }

        public boolean typing(Row row) {
            return typed != null && typed.pair().equals(row.overview().id());
        }

        public String reason(Row row) {
            return typed != null && typing(row) ? typed.reason() : "";
        }

        public long count(Outcome outcome) {
            return rows.stream()
                    .filter(row -> row.overview().outcome() == outcome)
                    .count();
        }
    }

    public record TypedReason(UUID pair, String reason) {}

    public record Row(String mentor, String mentee, Overview overview) {}

    @GetMapping("/programmes/{id}/pairs")
    String show(@PathVariable UUID id, Model model) {
        return page(id, null, model);
    }

    @PostMapping("/programmes/{id}/pairs/{pair}/end")
    String end(
            @PathVariable UUID id,
            @PathVariable UUID pair,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var answer = ending.end(id, pair, reason, who);
        return switch (answer) {
            case NOT_THERE -> throw new NotFound(AccessRefused.Why.NOT_THEIRS);
            case NO_REASON -> {
                response.setStatus(422);
                yield page(id, new TypedReason(pair, reason), model);
            }
            case ENDED, NOT_ON_A_LINE -> {
                notice.show(flash, "pairing.line." + answer);
                yield "redirect:/programmes/%s/pairs".formatted(id);
            }
        };
    }

    private String page(UUID id, @Nullable TypedReason typed, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var everyone = people.all();
        var rows = pairs.overview(id).stream()
                .map(each -> new Row(name(everyone, each.mentorId()), name(everyone, each.menteeId()), each))
                .toList();
        model.addAttribute("page", new PairsPage(programme, rows, typed));
        return "pairing/index";
    }

    private static String name(java.util.Map<String, org.counterpart.people.Person> people, String id) {
        return people.get(id) instanceof org.counterpart.people.Person person ? person.name() : id;
    }
}
