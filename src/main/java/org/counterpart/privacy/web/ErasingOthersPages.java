// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Erasing.Erased;
import org.counterpart.privacy.Erasing.Why;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where owners erase somebody who asked them to, or left. Who it is never stands in an address.
@Controller
@Access(Audience.OWNER)
public class ErasingOthersPages {
    private final Erasing erasing;
    private final Notice notice;

    ErasingOthersPages(Erasing erasing, Notice notice) {
        this.erasing = erasing;
        this.notice = notice;
    }

    /// @param person id or address as it was typed
    /// @param would none before somebody was looked up
    public record OthersPage(String person, @Nullable ErasurePage would) {
        public boolean unknown() {
            return would != null && would.refusal() == Why.UNKNOWN;
        }
    }

    @GetMapping("/erasure")
    String ask(Model model) {
        model.addAttribute("page", new OthersPage("", null));
        return "privacy/others";
    }

    @PostMapping("/erasure/dry-run")
    String dryRun(@RequestParam(defaultValue = "") String person, Model model, HttpServletResponse response) {
        var page = show(person, false, model);
        response.setStatus(page.unknown() ? 422 : 200);
        return "privacy/others";
    }

    @PostMapping("/erasure")
    String erase(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (sure && erasing.erase(person) instanceof Erased) {
            notice.show(after, "privacy.others.done");
            return "redirect:/erasure";
        }
        show(person, !sure, model);
        response.setStatus(422);
        return "privacy/others";
    }

    private OthersPage show(String person, boolean unsure, Model model) {
        var page = new OthersPage(person, ErasurePage.of(erasing.dryRun(person), unsure));
        model.addAttribute("page", page);
        return page;
    }
}
