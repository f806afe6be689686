// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.counterpart.enrolment.places.DrawRecords;
import org.counterpart.enrolment.places.Draws;
import org.counterpart.enrolment.places.ProgrammeDraw;
import org.counterpart.enrolment.places.SettingDrawsAside;
import org.counterpart.enrolment.places.SettingDrawsAside.Answer;
import org.counterpart.enrolment.places.SettingDrawsAside.Why;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Duty;
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

/// What everyone who is signed in may know of the draws of a programme; where owners and auditors take the files, and
/// set a draw aside. Nobody is named. A programme whose call did not open is not told of.
@Controller
@Access(Audience.SIGNED_IN)
public class PublicDrawPages {
    private final Programmes programmes;
    private final Phases phases;
    private final Draws draws;
    private final DrawRecords records;
    private final DrawHistories histories;
    private final SettingDrawsAside setting;
    private final Notice notice;

    PublicDrawPages(
            Programmes programmes,
            Phases phases,
            Draws draws,
            DrawRecords records,
            DrawHistories histories,
            SettingDrawsAside setting,
            Notice notice) {
        this.programmes = programmes;
        this.phases = phases;
        this.draws = draws;
        this.records = records;
        this.histories = histories;
        this.setting = setting;
        this.notice = notice;
    }

    /// @param sees whether whoever reads this may take files
    /// @param files whether they may take those of the latest draw, and there are some
    /// @param mayAsk that the draw be set aside
    /// @param mayAnswer what was asked, with a signature or by declining
    /// @param own whether whoever reads this asked
    /// @param reason what stands in the form
    /// @param why what was refused; null where nothing was
    public record PublicDrawPage(
            Programme programme,
            ProgrammeDraw draw,
            DrawHistory history,
            boolean sees,
            boolean files,
            boolean mayAsk,
            boolean mayAnswer,
            boolean own,
            String reason,
            @Nullable Why why) {}

    @GetMapping("/calls/{id}/draw")
    String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
        return page(id, who, "", null, model);
    }

    @Access(Audience.OWNER)
    @PostMapping("/programmes/{id}/draw/setting-aside")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return told(id, setting.ask(id, reason, who), "asked", reason, who, model, response, flash);
    }

    /// @param asked when it was asked for, as the page had it: nobody signs another reason than they read
    @Access(Audience.AUDITOR)
    @PostMapping("/programmes/{id}/draw/setting-aside/signature")
    String sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String asked,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return told(id, setting.sign(id, moment(asked), who), "signed", "", who, model, response, flash);
    }

    @Access(Audience.AUDITOR)
    @PostMapping("/programmes/{id}/draw/setting-aside/removal")
    String decline(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return told(id, setting.decline(id, who), "declined", "", who, model, response, flash);
    }

    /// What is no moment is one at which nobody asked.
    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }

    private String told(
            UUID id,
            Answer answer,
            String done,
            String reason,
            SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (answer) {
            case SettingDrawsAside.Done _ -> {
                notice.show(flash, "enrolment.aside." + done);
                yield "redirect:/calls/%s/draw".formatted(id);
            }
            case SettingDrawsAside.Refused(var why) -> {
                response.setStatus(422);
                yield page(id, who, reason, why, model);
            }
        };
    }

    private String page(UUID id, SignedIn who, String reason, @Nullable Why why, Model model) {
        var programme = programmes.called(id).orElseThrow(NotFound::new);
        var draw = draws.find(id).orElseThrow(NotFound::new);
        var history = histories.of(id);
        var asked = history.asked();
        boolean sees = who.owner() || who.holds(Duty.AUDITOR, id);
        model.addAttribute(
                "page",
                new PublicDrawPage(
                        programme,
                        draw,
                        history,
                        sees,
                        sees && records.repeatable(draw),
                        who.owner() && asked == null && standing(draw),
                        sees && asked != null,
                        asked != null && asked.askedBy().equals(who.accountId()),
                        reason,
                        why));
        return "enrolment/public-draw";
    }

    private boolean standing(ProgrammeDraw draw) {
        return draw.held() != null
                && !draw.everyoneStarts()
                && Acting.system(() -> phases.of(draw.programmeId())) == Phase.DRAWN;
    }
}
