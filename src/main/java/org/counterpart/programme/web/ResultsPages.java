// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.results.ReportingResults;
import org.counterpart.programme.results.Results;
import org.counterpart.programme.results.ResultsForm.Typed;
import org.counterpart.programme.results.ResultsForm.TypedFound;
import org.counterpart.programme.results.ResultsOfProgrammes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where owners say what came of a programme, publish it, and correct it for everyone to see.
@Controller
@Access(Audience.OWNER)
public class ResultsPages {
    /// Criteria that are read of a form; more than 2,000 characters have lines.
    private static final int MOST = 1_000;

    private final Programmes programmes;
    private final ReportingResults reporting;
    private final ResultsOfProgrammes results;
    private final Notice notice;

    ResultsPages(Programmes programmes, ReportingResults reporting, ResultsOfProgrammes results, Notice notice) {
        this.programmes = programmes;
        this.reporting = reporting;
        this.results = results;
        this.notice = notice;
    }

    /// @param criteria that were frozen; null where no call opened here
    /// @param published the newest first
    /// @param draft as it was saved last; null where there is none
    /// @param missing what stands between the draft and its publication
    /// @param typed what stands in the form
    /// @param faults why nothing was saved, by field
    /// @param unpublished whether somebody tried to publish, and something was missing
    /// @param elsewhere when another owner saved something else meanwhile
    public record ResultsPage(
            Programme programme,
            @Nullable Criteria criteria,
            List<Results> published,
            @Nullable Results draft,
            List<Saying> missing,
            Typed typed,
            Map<String, Saying> faults,
            boolean unpublished,
            @Nullable Instant elsewhere) {
        public String fault(Frame frame, String field) {
            return faults.get(field) instanceof Saying fault ? frame.told(fault) : "";
        }

        public TypedFound typed(int criterion) {
            return criterion < typed.found().size() ? typed.found().get(criterion) : TypedFound.NOTHING;
        }

        public boolean correcting() {
            return !published.isEmpty();
        }

        /// Whether the form is what somebody works at.
        public boolean busy() {
            return !correcting() || draft != null || !faults.isEmpty() || elsewhere != null;
        }
    }

    @GetMapping("/programmes/{id}/results")
    String show(@PathVariable UUID id, Model model) {
        return page(id, reporting.beginning(id), Map.of(), false, null, model);
    }

    @PostMapping("/programmes/{id}/results")
    String save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        var typed = typed(form);
        return switch (reporting.save(id, typed)) {
            case ReportingResults.Saved _ -> {
                notice.show(
                        flash, "programme.results.saved", reporting.missing(id).size());
                yield "redirect:/programmes/%s/results".formatted(id);
            }
            case ReportingResults.Refused(var faults) -> refused(id, typed, faults, null, model, response);
            case ReportingResults.Elsewhere(var at, var read) ->
                refused(id, typed.having(read), Map.of(), at, model, response);
            case ReportingResults.NoCall _, ReportingResults.Published _, ReportingResults.Missing _ ->
                refused(id, typed, Map.of(), null, model, response);
        };
    }

    /// @param draft which one they have read
    @PostMapping("/programmes/{id}/results/publication")
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String draft,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        return switch (reporting.publish(id, draft, who)) {
            case ReportingResults.Published _ -> {
                notice.show(flash, "programme.results.published");
                yield "redirect:/programmes/%s/results".formatted(id);
            }
            case ReportingResults.Elsewhere(var at, var _) ->
                refused(id, reporting.beginning(id), Map.of(), at, model, response);
            case ReportingResults.Missing _,
                    ReportingResults.Refused _,
                    ReportingResults.NoCall _,
                    ReportingResults.Saved _ -> {
                response.setStatus(422);
                yield page(id, reporting.beginning(id), Map.of(), true, null, model);
            }
        };
    }

    private String refused(
            UUID id,
            Typed typed,
            Map<String, Saying> faults,
            @Nullable Instant elsewhere,
            Model model,
            HttpServletResponse response) {
        response.setStatus(elsewhere == null ? 422 : 409);
        return page(id, typed, faults, false, elsewhere, model);
    }

    private String page(
            UUID id,
            Typed typed,
            Map<String, Saying> faults,
            boolean unpublished,
            @Nullable Instant elsewhere,
            Model model) {
        model.addAttribute(
                "page",
                new ResultsPage(
                        programme(id),
                        reporting.opened(id).orElse(null),
                        results.published(id),
                        results.draft(id).orElse(null),
                        reporting.missing(id),
                        typed,
                        faults,
                        unpublished,
                        elsewhere));
        return "programme/results";
    }

    private static Typed typed(MultiValueMap<String, String> form) {
        var found = IntStream.range(0, MOST)
                .takeWhile(i -> form.containsKey("seen" + i))
                .mapToObj(i -> new TypedFound(
                        text(form, "finding" + i),
                        text(form, "seen" + i),
                        text(form, "people" + i),
                        text(form, "on" + i)))
                .toList();
        return new Typed(
                text(form, "draft"), found, text(form, "ending"), text(form, "endingSeen"), text(form, "reason"));
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return form.getFirst(field) instanceof String text ? text : "";
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
