// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaForm.Fault;
import org.counterpart.programme.criteria.CriteriaForm.Field;
import org.counterpart.programme.criteria.CriteriaForm.Typed;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.counterpart.programme.criteria.SettingCriteria;
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

/// Where an owner settles what the call will say, and reads it once it does.
@Controller
@Access(Audience.OWNER)
public class CriteriaPages {
    private final Programmes programmes;
    private final CriteriaOfProgrammes criteria;
    private final SettingCriteria setting;
    private final Notice notice;

    CriteriaPages(Programmes programmes, CriteriaOfProgrammes criteria, SettingCriteria setting, Notice notice) {
        this.programmes = programmes;
        this.criteria = criteria;
        this.setting = setting;
        this.notice = notice;
    }

    /// @param kept what was settled; none where nobody settled anything
    /// @param open whether anything can still be changed
    /// @param missing what stands between a draft and its call
    /// @param typed what stands in the form
    /// @param proposed whether dates stand there that nobody settled
    /// @param late whether something was sent too late
    public record CriteriaPage(
            Programme programme,
            @Nullable Kept kept,
            boolean open,
            List<Saying> missing,
            Typed typed,
            boolean proposed,
            List<Fault> faults,
            boolean late) {
        /// What is wrong at a field; empty where nothing is.
        public String fault(Frame frame, Field field) {
            return faults.stream()
                    .filter(fault -> fault.field() == field)
                    .findFirst()
                    .map(fault -> frame.told(fault.saying()))
                    .orElse("");
        }

        /// What clocks do over the closing time that was kept.
        public Criteria.ClockChange clockChange() {
            return kept == null ? Criteria.ClockChange.NONE : kept.criteria().clockChange();
        }
    }

    @GetMapping("/programmes/{id}/criteria")
    String show(@PathVariable UUID id, Model model) {
        var beginning = setting.beginning(id);
        return page(id, beginning.typed(), beginning.proposed(), List.of(), false, model);
    }

    @PostMapping("/programmes/{id}/criteria")
    String settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String aim,
            @RequestParam(defaultValue = "") String whoMayApply,
            @RequestParam(defaultValue = "") String success,
            @RequestParam(defaultValue = "") String stopping,
            @RequestParam(defaultValue = "") String mentors,
            @RequestParam(defaultValue = "") String mentorReserve,
            @RequestParam(defaultValue = "") String mentees,
            @RequestParam(defaultValue = "") String menteeReserve,
            @RequestParam(defaultValue = "") List<String> strata,
            @RequestParam(defaultValue = "") String closesAt,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String startsOn,
            @RequestParam(defaultValue = "") String weeks,
            @RequestParam(defaultValue = "") String nextWaveOn,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var _ = programme(id);
        var typed = new Typed(
                aim,
                whoMayApply,
                success,
                stopping,
                mentors,
                mentorReserve,
                mentees,
                menteeReserve,
                strata,
                closesAt,
                zone,
                startsOn,
                weeks,
                nextWaveOn);
        return switch (setting.settle(id, typed)) {
            case SettingCriteria.Settled(List<Saying> missing) -> {
                notice.show(flash, "programme.criteria.settled", missing.size());
                yield "redirect:/programmes/%s/criteria".formatted(id);
            }
            case SettingCriteria.Refused(List<Fault> faults) -> {
                response.setStatus(422);
                yield page(id, typed, false, faults, false, model);
            }
            case SettingCriteria.TooLate _ -> {
                response.setStatus(422);
                yield page(id, typed, false, List.of(), true, model);
            }
        };
    }

    private String page(UUID id, Typed typed, boolean proposed, List<Fault> faults, boolean late, Model model) {
        var kept = criteria.find(id).orElse(null);
        model.addAttribute(
                "page",
                new CriteriaPage(
                        programme(id), kept, setting.open(id), setting.missing(id), typed, proposed, faults, late));
        return "programme/criteria";
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
