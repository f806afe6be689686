// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.counterpart.identity.Session;
import org.counterpart.identity.Sessions;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where somebody is signed in, and ending it elsewhere, as after a device was lost.
@Controller
@Access(Audience.SIGNED_IN)
public class OwnSessionPages {
    private final Sessions sessions;
    private final Notice notice;

    OwnSessionPages(Sessions sessions, Notice notice) {
        this.sessions = sessions;
        this.notice = notice;
    }

    /// @param here id of the session that asks
    public record SessionPage(List<Session> sessions, UUID here) {}

    @GetMapping("/account/sessions")
    String show(@AuthenticationPrincipal SignedIn who, Model model, HttpServletRequest request) {
        model.addAttribute("page", new SessionPage(sessions.of(who.accountId()), here(request)));
        return "identity/sessions";
    }

    @PostMapping("/account/sessions/{session}/end")
    String end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID session, RedirectAttributes flash) {
        if (!sessions.end(who.accountId(), session)) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        notice.show(flash, "identity.sessions.ended");
        return "redirect:/account/sessions";
    }

    @PostMapping("/account/sessions/end")
    String endOthers(@AuthenticationPrincipal SignedIn who, RedirectAttributes flash, HttpServletRequest request) {
        notice.show(flash, "identity.sessions.ended.others", sessions.endOthers(who.accountId(), here(request)));
        return "redirect:/account/sessions";
    }

    private UUID here(HttpServletRequest request) {
        return sessions.here(request).map(Session::id).orElseThrow(NotFound::new);
    }
}
