// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.Window;
import org.counterpart.enrolment.applying.Applying;
import org.counterpart.enrolment.applying.Applying.Answer;
import org.counterpart.enrolment.applying.Applying.Draft;
import org.counterpart.enrolment.applying.Door;
import org.counterpart.enrolment.applying.Gap;
import org.counterpart.enrolment.applying.Strength;
import org.counterpart.enrolment.applying.Typed;
import org.counterpart.enrolment.country.Country;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Frame;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.Saving;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Somebody's own application to a call. All of it is one form, so that no button loses what was typed elsewhere.
@Controller
@Access(Audience.SIGNED_IN)
public class ApplyPages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /// Rows that are read of a form; more than can be kept, so that too many are refused and not lost.
    private static final int MOST_ROWS = 20;

    private final Programmes programmes;
    private final Applying applying;
    private final Notice notice;

    ApplyPages(Programmes programmes, Applying applying, Notice notice) {
        this.programmes = programmes;
        this.applying = applying;
        this.notice = notice;
    }

    /// @param typed what stands in the form
    /// @param country where they work
    /// @param faults why nothing was saved, or what is missing, by field
    /// @param saved whether what is typed was saved
    /// @param elsewhere when another device saved something else
    public record ApplyPage(
            Programme programme,
            Door door,
            Draft draft,
            Typed typed,
            Country country,
            Map<String, List<String>> topics,
            Map<String, Saying> faults,
            boolean saved,
            @Nullable Instant elsewhere)
            implements Saving {
        public String fault(Frame frame, String field) {
            return faults.get(field) instanceof Saying fault ? frame.told(fault) : "";
        }

        /// Whether anything is said, or wrong, about time that most leave as it is.
        public boolean timed() {
            return !typed.hours().isEmpty()
                    || !typed.otherHours().isEmpty()
                    || !typed.commitments().isEmpty()
                    || !typed.capacity().equals("1")
                    || anyFault("otherHours", "capacity", "commitments");
        }

        /// Whether anybody is named, or wrongly.
        public boolean named() {
            return !typed.avoid().isEmpty() || !typed.prefer().isEmpty() || anyFault("avoid", "prefer");
        }

        private boolean anyFault(String... fields) {
            return Stream.of(fields).anyMatch(faults::containsKey);
        }

        public long picked(List<String> group) {
            return group.stream()
                    .filter(topic ->
                            typed.gives().contains(topic) || typed.wants().contains(topic))
                    .count();
        }

        /// The day on which the call closes, by the clock of its zone; likewise the time.
        public String closingDay(Frame frame) {
            return frame.day(closing().toLocalDate());
        }

        public String closingTime() {
            return TIME.format(closing());
        }

        private LocalDateTime closing() {
            var at = door.closesAt();
            if (at == null) {
                throw new IllegalStateException("Nobody said when this call closes. Ask whether it is said before.");
            }
            return LocalDateTime.ofInstant(at, door.zone());
        }
    }

    @GetMapping("/calls/{id}/apply")
    String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
        var programme = programme(id);
        var draft = draft(id, who);
        model.addAttribute("page", page(programme, who, draft, draft.typed(), Map.of(), true, null));
        return "enrolment/apply";
    }

    @PostMapping("/calls/{id}/apply")
    String save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var programme = programme(id);
        var typed = typed(form);
        var person = who.personId();
        var then = text(form, "then");
        if (person == null) {
            return refused(programme, who, typed, Map.of(), false, null, model, response);
        }
        var answer = then.equals("hand-in")
                ? applying.handIn(id, person, typed, text(form, "agreed").equals("yes"))
                : applying.save(id, person, typed);
        return switch (answer) {
            case Applying.Saved _ -> {
                notice.show(flash, "enrolment.apply.saved");
                yield "redirect:/calls/%s/apply%s".formatted(id, then.matches("[a-z]{1,20}") ? "#" + then : "");
            }
            case Applying.HandedIn(boolean again) -> {
                notice.show(flash, again ? "enrolment.apply.handed-in.again" : "enrolment.apply.handed-in");
                yield "redirect:/calls/%s/apply".formatted(id);
            }
            case Applying.Refused(var faults) -> refused(programme, who, typed, faults, false, null, model, response);
            case Applying.Incomplete(var missing) ->
                refused(programme, who, draft(id, who).typed(), missing, true, null, model, response);
            case Applying.SavedElsewhere elsewhere ->
                refused(
                        programme,
                        who,
                        typed.at(elsewhere.version()),
                        Map.of(),
                        false,
                        elsewhere.at(),
                        model,
                        response);
            case Applying.Shut _ -> refused(programme, who, typed, Map.of(), false, null, model, response);
        };
    }

    /// While somebody types. Says which draft it is now, and nothing of what is in it; what cannot be kept waits for
    /// the button, which says why.
    @PostMapping(path = "/calls/{id}/apply", params = "then=typing")
    ResponseEntity<Void> keep(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @AuthenticationPrincipal SignedIn who) {
        programme(id);
        if (who.personId() instanceof String person
                && applying.save(id, person, typed(form)) instanceof Applying.Saved(int version)) {
            return ResponseEntity.noContent()
                    .header("Draft-Version", String.valueOf(version))
                    .build();
        }
        return ResponseEntity.unprocessableContent().build();
    }

    @PostMapping("/calls/{id}/apply/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var programme = programme(id);
        var person = who.personId();
        Answer answer = person == null ? null : applying.withdraw(id, person);
        if (answer instanceof Applying.Saved) {
            notice.show(flash, "enrolment.apply.withdrawn");
            return "redirect:/calls/%s/apply".formatted(id);
        }
        return refused(programme, who, draft(id, who).typed(), Map.of(), true, null, model, response);
    }

    @PostMapping("/calls/{id}/apply/removal")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, RedirectAttributes flash) {
        programme(id);
        if (who.personId() instanceof String person) {
            applying.remove(id, person);
            notice.show(flash, "enrolment.apply.removed");
        }
        return "redirect:/calls/%s/apply".formatted(id);
    }

    private String refused(
            Programme programme,
            SignedIn who,
            Typed typed,
            Map<String, Saying> faults,
            boolean saved,
            @Nullable Instant elsewhere,
            Model model,
            HttpServletResponse response) {
        response.setStatus(elsewhere == null ? 422 : 409);
        model.addAttribute("page", page(programme, who, draft(programme.id(), who), typed, faults, saved, elsewhere));
        return "enrolment/apply";
    }

    private ApplyPage page(
            Programme programme,
            SignedIn who,
            Draft draft,
            Typed typed,
            Map<String, Saying> faults,
            boolean saved,
            @Nullable Instant elsewhere) {
        return new ApplyPage(
                programme,
                applying.door(programme.id(), who.personId()),
                draft,
                typed,
                applying.country(who.personId()),
                applying.topics(),
                faults,
                saved,
                elsewhere);
    }

    private Draft draft(UUID id, SignedIn who) {
        return who.personId() instanceof String person ? applying.draft(id, person) : Draft.NONE;
    }

    private Programme programme(UUID id) {
        return programmes.called(id).orElseThrow(NotFound::new);
    }

    private static Typed typed(MultiValueMap<String, String> form) {
        var strengths = new ArrayList<Strength>();
        var gaps = new ArrayList<Gap>();
        for (int row = 0; row < MOST_ROWS; row++) {
            if (form.containsKey("what" + row)) {
                strengths.add(new Strength(
                        one(Strength.Kind.values(), text(form, "kind" + row)),
                        text(form, "what" + row),
                        text(form, "evidence" + row)));
            }
            if (form.containsKey("gap" + row)) {
                gaps.add(new Gap(text(form, "gap" + row), text(form, "situation" + row)));
            }
        }
        var version = text(form, "version");
        return new Typed(
                one(Role.values(), text(form, "role")),
                strengths,
                gaps,
                text(form, "released").equals("yes"),
                all(form, "gives"),
                all(form, "wants"),
                text(form, "languages"),
                Typed.HALF_DAYS.stream()
                        .filter(each -> all(form, "hours").contains(each.text()))
                        .toList(),
                text(form, "otherHours"),
                text(form, "capacity"),
                text(form, "commitments"),
                text(form, "avoid"),
                text(form, "prefer"),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0);
    }

    private static <E extends Enum<E>> @Nullable E one(E[] known, String typed) {
        return Arrays.stream(known)
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static List<String> all(MultiValueMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of());
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        return form.getFirst(field) instanceof String text ? text : "";
    }

    /// The half days as rows of the form: each weekday's two.
    public static List<List<Window>> weekdays() {
        var rows = new ArrayList<List<Window>>();
        for (int i = 0; i < Typed.HALF_DAYS.size(); i += 2) {
            rows.add(Typed.HALF_DAYS.subList(i, i + 2));
        }
        return rows;
    }
}
