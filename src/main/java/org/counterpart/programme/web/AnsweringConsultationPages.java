// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.counterpart.identity.Secret;
import org.counterpart.limits.Limit;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.consultation.Asked;
import org.counterpart.programme.consultation.AskingFormerParticipants;
import org.counterpart.programme.consultation.Consulting.Fault;
import org.counterpart.programme.consultation.Consulting.Typed;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answering a consultation from a mail, without signing in. It shows nothing of what anybody said.
@Controller
@Access(Audience.ANYONE)
public class AnsweringConsultationPages {
    private final AskingFormerParticipants asking;
    private final Programmes programmes;

    AnsweringConsultationPages(AskingFormerParticipants asking, Programmes programmes) {
        this.asking = asking;
        this.programmes = programmes;
    }

    /// @param programme that they are asked for, by name
    /// @param typed what stands in the form
    public record AnswerPage(String programme, Asked asked, String token, Typed typed, Set<Fault> faults) {
        public String fault(Frame frame, Fault... at) {
            return List.of(at).stream()
                    .filter(faults::contains)
                    .findFirst()
                    .map(fault -> frame.t("programme.consultation.fault." + fault))
                    .orElse("");
        }
    }

    @GetMapping("/consultations/{token}")
    String show(@PathVariable String token, Model model) {
        return page(token, Typed.NOTHING, Set.of(), model);
    }

    @PostMapping("/consultations/{token}")
    @Limit(times = 300, minutes = 10, each = 2)
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String tookPartIn,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String successes,
            @RequestParam(defaultValue = "") String pitfalls,
            Model model,
            HttpServletResponse response) {
        var typed = new Typed("", part, tookPartIn, value, successes, pitfalls);
        var faults = asking.answer(new Secret(token), typed).orElseThrow(AnsweringConsultationPages::notGood);
        if (faults.isEmpty()) {
            return "redirect:/consultation/thanks";
        }
        response.setStatus(422);
        return page(token, typed, faults, model);
    }

    @GetMapping("/consultation/thanks")
    String thanks() {
        return "programme/thanks";
    }

    private String page(String token, Typed typed, Set<Fault> faults, Model model) {
        var asked = asking.behind(new Secret(token)).orElseThrow(AnsweringConsultationPages::notGood);
        var programme =
                programmes.find(asked.programmeId()).map(Programme::name).orElse("");
        model.addAttribute("page", new AnswerPage(programme, asked, token, typed, faults));
        return "programme/answer";
    }

    private static NotFound notGood() {
        return new NotFound(AccessRefused.Why.LINK_NOT_GOOD);
    }
}
