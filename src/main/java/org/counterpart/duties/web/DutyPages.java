// SPDX-License-Identifier: Apache-2.0
package org.counterpart.duties.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.duties.EntrustingDuties;
import org.counterpart.duties.EntrustingDuties.Done;
import org.counterpart.duties.EntrustingDuties.Refused;
import org.counterpart.duties.EntrustingDuties.Why;
import org.counterpart.duties.Proposal;
import org.counterpart.identity.Account;
import org.counterpart.identity.Accounts;
import org.counterpart.identity.Grant;
import org.counterpart.identity.Grants;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
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

/// Who is entrusted with what. Owners see all and propose; everyone else sees their own.
@Controller
@Access(Audience.SIGNED_IN)
public class DutyPages {
    private final EntrustingDuties entrusting;
    private final Grants grants;
    private final Accounts accounts;
    private final Programmes programmes;
    private final Notice notice;

    DutyPages(EntrustingDuties entrusting, Grants grants, Accounts accounts, Programmes programmes, Notice notice) {
        this.entrusting = entrusting;
        this.grants = grants;
        this.accounts = accounts;
        this.programmes = programmes;
        this.notice = notice;
    }

    /// @param programme its name; none for all programmes
    /// @param proposer name of whoever proposed it; none for the first owner and where they are not told
    /// @param own whether it is the reader's
    /// @param programmes that it is for
    /// @param confirmable whether the reader can be the second one
    /// @param endable whether it can end; the last owner's cannot
    public record Row(
            Grant grant,
            @Nullable String programme,
            @Nullable String proposer,
            boolean own,
            List<Programme> programmes,
            boolean confirmable,
            boolean endable) {}

    /// @param programmes for which a duty can be
    /// @param typed what stands in the form
    /// @param why it was refused
    public record DutiesPage(
            boolean owner,
            List<Row> held,
            List<Row> waiting,
            List<Programme> programmes,
            Proposal typed,
            @Nullable Why why) {
        /// Why it was refused, if for one of these; otherwise empty.
        public String fault(Frame frame, Why... whys) {
            return why != null && List.of(whys).contains(why) ? frame.t("duties.refused." + why) : "";
        }
    }

    @GetMapping("/duties")
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        return page(who, Proposal.EMPTY, null, model);
    }

    @PostMapping("/duties")
    @Access(Audience.OWNER)
    String propose(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var proposal = new Proposal(email, name, duty, programme, reason);
        return switch (entrusting.propose(proposal, who)) {
            case Done(Grant grant) -> {
                notice.show(flash, "duties.proposed", grant.holder().name());
                yield "redirect:/duties";
            }
            case Refused(Why why) -> {
                response.setStatus(422);
                yield page(who, proposal, why, model);
            }
        };
    }

    @PostMapping("/duties/{id}/confirmation")
    String confirm(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return answered(entrusting.confirm(id, who), "duties.confirmed", who, model, response, flash);
    }

    @PostMapping("/duties/{id}/end")
    String end(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return answered(entrusting.end(id, who), "duties.ended", who, model, response, flash);
    }

    private String answered(
            EntrustingDuties.Answer answer,
            String done,
            SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (answer) {
            case Done(Grant grant) -> {
                notice.show(flash, done, grant.holder().name());
                yield "redirect:/duties";
            }
            case Refused(Why why) when why == Why.NOT_THERE -> throw new NotFound(AccessRefused.Why.NOT_THEIRS);
            case Refused(Why why) -> {
                response.setStatus(422);
                yield page(who, Proposal.EMPTY, why, model);
            }
        };
    }

    private String page(SignedIn who, Proposal typed, @Nullable Why why, Model model) {
        var all = programmes.all();
        var names = all.stream().collect(Collectors.toMap(Programme::id, Programme::name));
        var rows = (who.owner() ? grants.open() : grants.openOf(who.accountId()))
                .stream()
                        .map(grant -> new Row(
                                grant,
                                grant.programmeId() == null ? null : names.get(grant.programmeId()),
                                Optional.ofNullable(grant.proposedBy())
                                        .flatMap(accounts::find)
                                        .map(Account::name)
                                        .orElse(null),
                                grant.holder().id().equals(who.accountId()),
                                all.stream()
                                        .filter(each -> grant.programmeId() == null
                                                || each.id().equals(grant.programmeId()))
                                        .toList(),
                                entrusting.confirmable(grant, who),
                                entrusting.endable(grant)))
                        .toList();
        model.addAttribute(
                "page",
                new DutiesPage(
                        who.owner(),
                        rows.stream().filter(row -> row.grant().confirmed()).toList(),
                        rows.stream().filter(row -> !row.grant().confirmed()).toList(),
                        all,
                        typed,
                        why));
        return "duties/show";
    }
}
