// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.counterpart.enrolment.Demand;
import org.counterpart.enrolment.Demands;
import org.counterpart.enrolment.inviting.Announcing;
import org.counterpart.enrolment.inviting.Announcing.Announcement;
import org.counterpart.enrolment.inviting.CallText;
import org.counterpart.enrolment.inviting.Invitations;
import org.counterpart.enrolment.inviting.Invitations.Reach;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.sponsor.SponsorNotes;
import org.counterpart.web.Access;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How an owner makes a call known, and how far it got.
@Controller
@Access(Audience.OWNER)
public class AnnouncementPages {
    private final Programmes programmes;
    private final Announcing announcing;
    private final Invitations invitations;
    private final SponsorNotes notes;
    private final Demands demands;
    private final CallText text;
    private final Notice notice;

    AnnouncementPages(
            Programmes programmes,
            Announcing announcing,
            Invitations invitations,
            SponsorNotes notes,
            Demands demands,
            CallText text,
            Notice notice) {
        this.programmes = programmes;
        this.announcing = announcing;
        this.invitations = invitations;
        this.notes = notes;
        this.demands = demands;
        this.text = text;
        this.notice = notice;
    }

    /// @param open whether people can apply now
    /// @param recipients whom a mail would reach now
    /// @param announcement null where nobody was written to
    /// @param noted whether a sponsor wrote something
    /// @param refused why nobody was written to
    public record AnnouncementPage(
            Programme programme,
            boolean open,
            int recipients,
            @Nullable Announcement announcement,
            List<Reach> reach,
            boolean noted,
            Demand demand,
            CallText text,
            @Nullable Saying refused) {
        public String link() {
            return text.link(programme.id());
        }

        public String subject(Frame frame) {
            return text.subject(programme.id(), frame.texts());
        }

        public String body(Frame frame) {
            return text.body(programme.id(), frame.texts());
        }
    }

    @GetMapping("/programmes/{id}/announcement")
    String show(@PathVariable UUID id, Model model) {
        return page(id, null, model);
    }

    @PostMapping("/programmes/{id}/announcement")
    String announce(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        return switch (announcing.announce(id, who)) {
            case Announcing.Announced(Announcement(var _, int people)) -> {
                notice.show(flash, "enrolment.announce.done", people);
                yield "redirect:/programmes/%s/announcement".formatted(id);
            }
            case Announcing.Before _ -> "redirect:/programmes/%s/announcement".formatted(id);
            case Announcing.Nobody _ -> refused(id, "nobody", model, response);
            case Announcing.Shut _ -> refused(id, "shut", model, response);
        };
    }

    private String refused(UUID id, String why, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return page(id, Saying.of("enrolment.announce." + why), model);
    }

    private String page(UUID id, @Nullable Saying refused, Model model) {
        model.addAttribute(
                "page",
                new AnnouncementPage(
                        programme(id),
                        announcing.open(id),
                        announcing.recipients(id).size(),
                        announcing.find(id).orElse(null),
                        invitations.reach(id),
                        !notes.of(id).isEmpty(),
                        demands.of(id),
                        text,
                        refused));
        return "enrolment/announcement";
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
