// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.counterpart.identity.SessionEnded;
import org.counterpart.identity.Sessions;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Erasing.Erased;
import org.counterpart.privacy.Erasing.Refused;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where people erase themselves, after reading what goes and what stays.
@Controller
@Access(Audience.SIGNED_IN)
public class ErasurePages {
    private final Erasing erasing;
    private final Sessions sessions;

    ErasurePages(Erasing erasing, Sessions sessions) {
        this.erasing = erasing;
        this.sessions = sessions;
    }

    @GetMapping("/privacy/erasure")
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        return page(who, model, false);
    }

    @PostMapping("/privacy/erasure")
    String erase(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!sure) {
            response.setStatus(422);
            return page(who, model, true);
        }
        return switch (erasing.erase(who.accountId())) {
            case Erased _ -> {
                sessions.end(request, SessionEnded.Why.SIGNED_OUT);
                response.setHeader("Clear-Site-Data", "\"cache\"");
                yield "redirect:/privacy/erased";
            }
            case Refused _ -> {
                response.setStatus(422);
                yield page(who, model, false);
            }
        };
    }

    @GetMapping("/privacy/erased")
    @Access(Audience.ANYONE)
    String erased() {
        return "privacy/erased";
    }

    private String page(SignedIn who, Model model, boolean unsure) {
        model.addAttribute("page", ErasurePage.of(erasing.dryRun(who.accountId()), unsure));
        return "privacy/erasure";
    }
}
