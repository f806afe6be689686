// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.counterpart.enrolment.Demand;
import org.counterpart.enrolment.Demands;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.signup.DryRun;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Bringing people in: upload, dry run, confirmation.
@Controller
@Access(Audience.OWNER)
public class ImportPages {
    private final Programmes programmes;
    private final ImportingPeople importing;
    private final SignUps signUps;
    private final Demands demands;
    private final Notice notice;

    ImportPages(Programmes programmes, ImportingPeople importing, SignUps signUps, Demands demands, Notice notice) {
        this.programmes = programmes;
        this.importing = importing;
        this.signUps = signUps;
        this.demands = demands;
        this.notice = notice;
    }

    public record UploadPage(Programme programme, int signUps, Demand demand, boolean nothingChosen) {}

    public record DryRunPage(Programme programme, UUID draftId, DryRun dryRun) {}

    @GetMapping("/programmes/{id}/import")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", new UploadPage(programme(id), signUps.count(id), demands.of(id), false));
        return "enrolment/import";
    }

    @PostMapping("/programmes/{id}/import")
    String upload(@PathVariable UUID id, @RequestParam MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        var programme = programme(id);
        var name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            response.setStatus(422);
            model.addAttribute("page", new UploadPage(programme, signUps.count(id), demands.of(id), true));
            return "enrolment/import";
        }
        var draft = importing.upload(id, name.replaceAll("^.*[/\\\\]", ""), file.getBytes());
        return "redirect:/programmes/%s/import/%s".formatted(id, draft);
    }

    @GetMapping("/programmes/{id}/import/{draft}")
    String dryRun(@PathVariable UUID id, @PathVariable UUID draft, Model model) {
        var programme = programme(id);
        var dryRun = importing.dryRun(id, draft).orElseThrow(NotFound::new);
        model.addAttribute("page", new DryRunPage(programme, draft, dryRun));
        return "enrolment/dry-run";
    }

    @PostMapping("/programmes/{id}/import/{draft}/confirmation")
    String confirm(
            @PathVariable UUID id,
            @PathVariable UUID draft,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes flash) {
        programme(id);
        var done = importing.confirm(id, draft, who);
        if (done.isPresent() && done.get() instanceof DryRun.Refused) {
            return "redirect:/programmes/%s/import/%s".formatted(id, draft);
        }
        if (done.isPresent() && done.get() instanceof DryRun.Ready ready) {
            notice.show(
                    flash,
                    "enrolment.import.done",
                    ready.roster().added().size(),
                    ready.roster().changed().size(),
                    ready.signUps().toSave().size());
        }
        return "redirect:/programmes/" + id;
    }

    @PostMapping("/programmes/{id}/import/{draft}/dropping")
    String drop(@PathVariable UUID id, @PathVariable UUID draft) {
        programme(id);
        importing.drop(id, draft);
        return "redirect:/programmes/%s/import".formatted(id);
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
