// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.Stage;
import org.counterpart.programme.Stage.Standing;
import org.counterpart.programme.StartingProgrammes;
import org.counterpart.programme.criteria.SettingCriteria;
import org.counterpart.programme.template.Templates;
import org.counterpart.programme.template.Templates.Named;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
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

/// The programmes, how to start one, and where each stands.
@Controller
@Access(Audience.OWNER)
public class ProgrammePages {
    private final Programmes programmes;
    private final StartingProgrammes starting;
    private final Phases phases;
    private final MovingOn moving;
    private final Templates templates;
    private final SettingCriteria setting;
    private final Notice notice;
    private final List<Stage> stages;

    ProgrammePages(
            Programmes programmes,
            StartingProgrammes starting,
            Phases phases,
            MovingOn moving,
            Templates templates,
            SettingCriteria setting,
            Notice notice,
            List<Stage> stages) {
        this.programmes = programmes;
        this.starting = starting;
        this.phases = phases;
        this.moving = moving;
        this.templates = templates;
        this.setting = setting;
        this.notice = notice;
        this.stages = List.copyOf(stages);
    }

    /// @param name what stands in the form, `expected` and `template` likewise
    public record IndexPage(
            List<Programme> programmes,
            List<Named> templates,
            String name,
            String expected,
            String template,
            boolean nameWrong,
            boolean expectedWrong) {}

    /// @param next phases that the owner may choose, in order
    /// @param chosen what stands in the form, `reason` likewise
    /// @param ready whether its call comes nearer with nothing in the way, so that this is what comes next
    /// @param missing why the programme was not moved on
    public record OverviewPage(
            Programme programme,
            Phase phase,
            List<Phase> next,
            List<Standing> stages,
            String chosen,
            String reason,
            boolean ready,
            List<Saying> missing) {
        public boolean first(Standing standing) {
            return stages.stream()
                    .filter(each -> each.state() == Stage.State.OPEN)
                    .findFirst()
                    .filter(standing::equals)
                    .isPresent();
        }
    }

    @GetMapping("/programmes")
    String index(Model model) {
        model.addAttribute(
                "page",
                new IndexPage(
                        programmes.all(),
                        templates.all(),
                        "",
                        "20",
                        templates.all().getFirst().file(),
                        false,
                        false));
        return "programme/index";
    }

    @PostMapping("/programmes")
    String start(
            @RequestParam String name,
            @RequestParam String expected,
            @RequestParam(defaultValue = "") String template,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response) {
        if (!template.isEmpty() && templates.find(template).isEmpty()) {
            throw new NotFound();
        }
        return switch (starting.start(name, expected, who)) {
            case StartingProgrammes.Started(UUID id) -> {
                templates.find(template).ifPresent(chosen -> setting.fill(id, chosen::fill));
                yield "redirect:/programmes/" + id;
            }
            case StartingProgrammes.Refused(boolean nameWrong, boolean expectedWrong) -> {
                response.setStatus(422);
                model.addAttribute(
                        "page",
                        new IndexPage(
                                programmes.all(), templates.all(), name, expected, template, nameWrong, expectedWrong));
                yield "programme/index";
            }
        };
    }

    @GetMapping("/programmes/{id}")
    String show(@PathVariable UUID id, Model model) {
        return overview(id, "", "", List.of(), model);
    }

    @PostMapping("/programmes/{id}/phase")
    String move(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var _ = programmes.find(id).orElseThrow(NotFound::new);
        var chosen = Arrays.stream(Phase.values())
                .filter(each -> each.name().equals(phase))
                .findFirst();
        var answer = chosen.map(to -> moving.move(id, to, reason, who))
                .orElseGet(() -> new MovingOn.Refused(List.of(Saying.of("programme.phase.none"))));
        return switch (answer) {
            case MovingOn.Moved(Phase to) -> {
                notice.show(flash, "programme.phase.moved." + to);
                yield "redirect:/programmes/" + id;
            }
            case MovingOn.Refused(List<Saying> missing) -> {
                response.setStatus(422);
                yield overview(id, phase, reason, missing, model);
            }
        };
    }

    private String overview(UUID id, String chosen, String reason, List<Saying> missing, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var standings = stages.stream()
                .map(stage -> stage.standing(id))
                .sorted(Comparator.comparingInt(Standing::order))
                .toList();
        var phase = phases.of(id);
        var next = List.copyOf(new TreeSet<>(phase.byHand()));
        boolean ready =
                phase.beforeTheCall() && moving.missing(id, next.getFirst()).isEmpty();
        model.addAttribute(
                "page",
                new OverviewPage(
                        programme,
                        phase,
                        next,
                        standings,
                        ready && chosen.isEmpty() ? next.getFirst().name() : chosen,
                        reason,
                        ready,
                        missing));
        return "programme/show";
    }
}
