// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.enrolment.country.Country;
import org.counterpart.enrolment.country.SettlingCountries;
import org.counterpart.enrolment.country.SettlingCountries.Line;
import org.counterpart.enrolment.country.SettlingCountries.Typed;
import org.counterpart.enrolment.country.Standing;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The countries of a programme: who is asked first in each, and in which words people agree.
@Controller
@Access(Audience.OWNER)
public class CountryPages {
    private final Programmes programmes;
    private final SettlingCountries settling;
    private final Notice notice;

    CountryPages(Programmes programmes, SettlingCountries settling, Notice notice) {
        this.programmes = programmes;
        this.settling = settling;
        this.notice = notice;
    }

    /// @param typed what stands in the form of one country
    public record CountriesPage(
            Programme programme, boolean open, List<Line> lines, Typed typed, Map<String, Saying> faults) {
        public boolean faulty(Line line) {
            return !faults.isEmpty() && typed.country().equals(line.country().code());
        }

        public Typed typed(Line line) {
            return faulty(line)
                    ? typed
                    : line.standing() instanceof Standing standing ? Typed.of(standing) : Typed.NOTHING;
        }

        public String fault(Frame frame, Line line, String field) {
            return faulty(line) && faults.get(field) instanceof Saying fault ? frame.told(fault) : "";
        }

        public String languages(Frame frame, Country country) {
            return country.languages().stream()
                    .map(tag -> Locale.forLanguageTag(tag)
                            .getDisplayLanguage(frame.texts().locale()))
                    .collect(Collectors.joining(", "));
        }
    }

    @GetMapping("/programmes/{id}/countries")
    String show(@PathVariable UUID id, Model model) {
        return page(id, Typed.NOTHING, Map.of(), model);
    }

    @PostMapping("/programmes/{id}/countries")
    String settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String since,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        var typed = new Typed(country, kind, reference, since);
        var faults = settling.settle(id, typed, who);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(id, typed, faults, model);
        }
        notice.show(flash, "country.settled");
        return "redirect:/programmes/%s/countries".formatted(id);
    }

    private String page(UUID id, Typed typed, Map<String, Saying> faults, Model model) {
        model.addAttribute("page", new CountriesPage(programme(id), settling.open(id), settling.of(id), typed, faults));
        return "enrolment/countries";
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
