// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterpart.enrolment.inviting.Invitation;
import org.counterpart.enrolment.inviting.Inviting;
import org.counterpart.enrolment.inviting.Inviting.Typed;
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

/// Whom somebody invites to a call, in their own name.
@Controller
@Access(Audience.SIGNED_IN)
public class InvitePages {
    private final Programmes programmes;
    private final Inviting inviting;
    private final Notice notice;

    InvitePages(Programmes programmes, Inviting inviting, Notice notice) {
        this.programmes = programmes;
        this.inviting = inviting;
        this.notice = notice;
    }

    /// @param signature as whom they invite
    /// @param sent so far
    public record InvitePage(
            Programme programme,
            boolean open,
            Saying signature,
            List<Invitation> sent,
            Typed typed,
            Map<String, Saying> faults) {
        public String fault(Frame frame, String field) {
            return faults.get(field) instanceof Saying fault ? frame.told(fault) : "";
        }

        public int left() {
            return Invitation.MOST - sent.size();
        }
    }

    @GetMapping("/calls/{id}/invite")
    String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
        return page(id, who, Typed.NOTHING, Map.of(), model);
    }

    @PostMapping("/calls/{id}/invite")
    String invite(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        var typed = new Typed(address, words);
        return switch (inviting.invite(id, who, typed)) {
            case Inviting.Sent(String to) -> {
                notice.show(flash, "enrolment.invite.sent", to);
                yield "redirect:/calls/%s/invite".formatted(id);
            }
            case Inviting.Refused(var faults) -> {
                response.setStatus(422);
                yield page(id, who, typed, faults, model);
            }
            case Inviting.Shut _ -> {
                response.setStatus(422);
                yield page(id, who, typed, Map.of(), model);
            }
        };
    }

    private String page(UUID id, SignedIn who, Typed typed, Map<String, Saying> faults, Model model) {
        model.addAttribute(
                "page",
                new InvitePage(
                        programme(id),
                        inviting.open(id, who),
                        Invitation.signature(who.name(), inviting.signedAs(who)),
                        inviting.sent(id, who),
                        typed,
                        faults));
        return "enrolment/invite";
    }

    private Programme programme(UUID id) {
        return programmes.called(id).orElseThrow(NotFound::new);
    }
}
