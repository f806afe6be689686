// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.sponsor.SigningNotes;
import org.counterpart.programme.sponsor.SponsorNote;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where a sponsor writes what they do not know. For everyone else it does not exist.
@Controller
@Access(Audience.SIGNED_IN)
public class SponsorPages {
    private final Programmes programmes;
    private final SigningNotes signing;
    private final Notice notice;

    SponsorPages(Programmes programmes, SigningNotes signing, Notice notice) {
        this.programmes = programmes;
        this.signing = signing;
        this.notice = notice;
    }

    /// @param note as it stands; null where there is none
    /// @param text what stands in the form
    public record SponsorPage(
            Programme programme, boolean open, @Nullable SponsorNote note, String text, Map<String, Saying> faults) {
        public String fault(Frame frame, String field) {
            return faults.get(field) instanceof Saying fault ? frame.told(fault) : "";
        }
    }

    @GetMapping("/calls/{id}/note")
    String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
        var programme = programme(id, who);
        return page(programme, who, signing.own(id, who).map(SponsorNote::text).orElse(""), Map.of(), model);
    }

    @PostMapping("/calls/{id}/note")
    String sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String own,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var programme = programme(id, who);
        var faults = signing.sign(id, who, text, own.equals("yes"));
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(programme, who, text, faults, model);
        }
        notice.show(flash, "programme.sponsor.signed");
        return "redirect:/calls/%s/note".formatted(id);
    }

    @PostMapping("/calls/{id}/note/removal")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, RedirectAttributes flash) {
        programme(id, who);
        signing.remove(id, who);
        notice.show(flash, "programme.sponsor.removed");
        return "redirect:/calls/%s/note".formatted(id);
    }

    private String page(Programme programme, SignedIn who, String text, Map<String, Saying> faults, Model model) {
        model.addAttribute(
                "page",
                new SponsorPage(
                        programme,
                        signing.open(programme.id()),
                        signing.own(programme.id(), who).orElse(null),
                        text,
                        faults));
        return "programme/note";
    }

    private Programme programme(UUID id, SignedIn who) {
        return programmes
                .find(id)
                .filter(_ -> signing.sponsors(id, who))
                .orElseThrow(() -> new NotFound(AccessRefused.Why.NOT_THEIRS));
    }
}
