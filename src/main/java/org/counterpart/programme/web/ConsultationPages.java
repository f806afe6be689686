// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.consultation.Asked;
import org.counterpart.programme.consultation.AskingFormerParticipants;
import org.counterpart.programme.consultation.ConsultationGate;
import org.counterpart.programme.consultation.Consultations;
import org.counterpart.programme.consultation.Consulting;
import org.counterpart.programme.consultation.Consulting.Done;
import org.counterpart.programme.consultation.Consulting.Fault;
import org.counterpart.programme.consultation.Consulting.Typed;
import org.counterpart.programme.consultation.Pitfall;
import org.counterpart.programme.consultation.Voice;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who was heard before a programme, and what is done about it.
@Controller
@Access(Audience.OWNER)
public class ConsultationPages {
    private final Programmes programmes;
    private final Phases phases;
    private final Consultations consultations;
    private final Consulting consulting;
    private final AskingFormerParticipants asking;
    private final Notice notice;

    ConsultationPages(
            Programmes programmes,
            Phases phases,
            Consultations consultations,
            Consulting consulting,
            AskingFormerParticipants asking,
            Notice notice) {
        this.programmes = programmes;
        this.phases = phases;
        this.consultations = consultations;
        this.consulting = consulting;
        this.asking = asking;
        this.notice = notice;
    }

    /// An answer as it was typed.
    public record TypedAnswer(UUID pitfall, String answer, String because) {}

    /// Who is to be asked by mail, as it was typed.
    ///
    /// @param faulty whether the faults are about this
    public record TypedAsking(String name, String address, boolean faulty) {
        static final TypedAsking NOTHING = new TypedAsking("", "", false);
    }

    /// @param asked by mail, who have not answered yet
    /// @param asking what stands in the form to ask somebody
    /// @param open whether anything can still be written down
    /// @param lessons from other programmes
    /// @param answered what stands in the form of one pitfall
    public record ConsultationPage(
            Programme programme,
            boolean open,
            List<Voice> voices,
            List<Asked> asked,
            List<Saying> missing,
            List<Pitfall> lessons,
            Typed typed,
            @Nullable TypedAnswer answered,
            TypedAsking asking,
            Set<Fault> faults) {
        /// What is wrong at a field, if one of these; otherwise empty.
        public String fault(Frame frame, Fault... at) {
            return List.of(at).stream()
                    .filter(faults::contains)
                    .findFirst()
                    .map(fault -> frame.t("programme.consultation.fault." + fault))
                    .orElse("");
        }

        public boolean answering(Pitfall pitfall) {
            return answered != null && answered.pitfall().equals(pitfall.id());
        }

        /// What stands in the form of a pitfall.
        public TypedAnswer answer(Pitfall pitfall) {
            return answered != null && answering(pitfall)
                    ? answered
                    : new TypedAnswer(
                            pitfall.id(),
                            pitfall.answer() == null ? "" : pitfall.answer().name(),
                            pitfall.because());
        }
    }

    @GetMapping("/programmes/{id}/consultation")
    String show(@PathVariable UUID id, Model model) {
        return page(id, proposed(id), null, TypedAsking.NOTHING, Set.of(), model);
    }

    /// Former participants are mostly of the same programme, so that of whoever was heard last stands there already.
    private Typed proposed(UUID id) {
        var nothing = Typed.NOTHING;
        return consultations.of(id).stream()
                .reduce((_, last) -> last)
                .map(last -> new Typed(
                        nothing.knownAs(),
                        nothing.part(),
                        last.programme(),
                        nothing.value(),
                        nothing.successes(),
                        nothing.pitfalls()))
                .orElse(nothing);
    }

    @PostMapping("/programmes/{id}/consultation/voices")
    String hear(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String knownAs,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String tookPartIn,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String successes,
            @RequestParam(defaultValue = "") String pitfalls,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        var typed = new Typed(knownAs, part, tookPartIn, value, successes, pitfalls);
        var faults = consulting.hear(id, typed);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(id, typed, null, TypedAsking.NOTHING, faults, model);
        }
        notice.show(flash, "programme.consultation.heard", knownAs.strip());
        return "redirect:/programmes/%s/consultation".formatted(id);
    }

    @PostMapping("/programmes/{id}/consultation/pitfalls/{pitfall}")
    String answer(
            @PathVariable UUID id,
            @PathVariable UUID pitfall,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        var done = consulting.answer(id, pitfall, answer, because);
        return after(id, done, new TypedAnswer(pitfall, answer, because), "answered", model, response, flash);
    }

    @PostMapping("/programmes/{id}/consultation/voices/{voice}/removal")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID voice,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        return after(id, consulting.remove(id, voice), null, "removed", model, response, flash);
    }

    @PostMapping("/programmes/{id}/consultation/links")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String knownAs,
            @RequestParam(defaultValue = "") String address,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        var faults = asking.ask(id, knownAs, address);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            return page(id, Typed.NOTHING, null, new TypedAsking(knownAs, address, true), faults, model);
        }
        notice.show(flash, "programme.ask.asked", knownAs.strip());
        return "redirect:/programmes/%s/consultation".formatted(id);
    }

    @PostMapping("/programmes/{id}/consultation/links/{link}/removal")
    String takeBack(@PathVariable UUID id, @PathVariable UUID link, RedirectAttributes flash) {
        programme(id);
        if (!asking.takeBack(id, link)) {
            throw new NotFound();
        }
        notice.show(flash, "programme.ask.taken-back");
        return "redirect:/programmes/%s/consultation".formatted(id);
    }

    private String after(
            UUID id,
            Done done,
            @Nullable TypedAnswer typed,
            String notice,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (done) {
            case Consulting.NotThere _ -> throw new NotFound();
            case Consulting.Refused(Fault fault) -> {
                response.setStatus(422);
                yield page(id, Typed.NOTHING, typed, TypedAsking.NOTHING, Set.of(fault), model);
            }
            case Consulting.Written _ -> {
                this.notice.show(flash, "programme.consultation." + notice);
                yield "redirect:/programmes/%s/consultation".formatted(id);
            }
        };
    }

    private String page(
            UUID id, Typed typed, @Nullable TypedAnswer answered, TypedAsking asked, Set<Fault> faults, Model model) {
        var voices = consultations.of(id);
        model.addAttribute(
                "page",
                new ConsultationPage(
                        programme(id),
                        phases.of(id).beforeTheCall(),
                        voices,
                        asking.open(id),
                        ConsultationGate.missing(voices),
                        consultations.lessonsFor(id),
                        typed,
                        answered,
                        asked,
                        faults));
        return "programme/consultation";
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
