// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.Stage;
import org.counterpart.programme.Stage.Standing;
import org.counterpart.programme.StartingProgrammes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The programmes, how to start one, and where each stands.
@Controller
@Access(Audience.OWNER)
public class ProgrammePages {
    private final Programmes programmes;
    private final StartingProgrammes starting;
    private final List<Stage> stages;

    ProgrammePages(Programmes programmes, StartingProgrammes starting, List<Stage> stages) {
        this.programmes = programmes;
        this.starting = starting;
        this.stages = List.copyOf(stages);
    }

    /// @param name what stands in the form, `expected` likewise
    public record IndexPage(
            List<Programme> programmes, String name, String expected, boolean nameWrong, boolean expectedWrong) {}

    public record OverviewPage(Programme programme, List<Standing> stages) {
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
        model.addAttribute("page", new IndexPage(programmes.all(), "", "20", false, false));
        return "programme/index";
    }

    @PostMapping("/programmes")
    String start(
            @RequestParam String name,
            @RequestParam String expected,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response) {
        return switch (starting.start(name, expected, who)) {
            case StartingProgrammes.Started(UUID id) -> "redirect:/programmes/" + id;
            case StartingProgrammes.Refused(boolean nameWrong, boolean expectedWrong) -> {
                response.setStatus(422);
                model.addAttribute("page", new IndexPage(programmes.all(), name, expected, nameWrong, expectedWrong));
                yield "programme/index";
            }
        };
    }

    @GetMapping("/programmes/{id}")
    String show(@PathVariable UUID id, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var standings = stages.stream()
                .map(stage -> stage.standing(id))
                .sorted(Comparator.comparingInt(Standing::order))
                .toList();
        model.addAttribute("page", new OverviewPage(programme, standings));
        return "programme/show";
    }
}
