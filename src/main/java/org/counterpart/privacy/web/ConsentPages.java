// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy.web;

import java.util.List;
import java.util.Optional;
import org.counterpart.privacy.Consent;
import org.counterpart.privacy.Consents;
import org.counterpart.privacy.Matter;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The three switches of whoever is on the roster: one press to agree, one press to withdraw.
@Controller
@Access(Audience.SIGNED_IN)
public class ConsentPages {
    private final Consents consents;
    private final Notice notice;

    ConsentPages(Consents consents, Notice notice) {
        this.consents = consents;
        this.notice = notice;
    }

    /// @param consents none for somebody whom the roster does not name
    public record ConsentPage(List<Consent> consents) {}

    @GetMapping("/privacy/consents")
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute(
                "page",
                new ConsentPage(
                        Optional.ofNullable(who.personId()).map(consents::of).orElse(List.of())));
        return "privacy/consents";
    }

    @PostMapping("/privacy/consents")
    String turn(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Matter matter,
            @RequestParam boolean given,
            RedirectAttributes after) {
        consents.turn(Optional.ofNullable(who.personId()).orElseThrow(NotFound::new), matter, given);
        notice.show(after, "privacy.consent." + matter + (given ? ".on" : ".off"));
        return "redirect:/privacy/consents";
    }
}
