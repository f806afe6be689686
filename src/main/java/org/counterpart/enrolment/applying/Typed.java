// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.Window;
import org.jspecify.annotations.Nullable;

/// An application as it stands in its form.
///
/// @param hours windows of [#HALF_DAYS] that were ticked; others are text, in `otherHours`
/// @param languages by name or tag, with commas between
/// @param avoid addresses, one a line, likewise `prefer`
/// @param version of the draft that the form was made from
public record Typed(
        @Nullable Role role,
        List<Strength> strengths,
        List<Gap> gaps,
        boolean released,
        List<String> gives,
        List<String> wants,
        String languages,
        List<Window> hours,
        String otherHours,
        String capacity,
        String commitments,
        String avoid,
        String prefer,
        int version) {
    /// Mornings and afternoons from Monday to Friday, which a tap is enough for.
    public static final List<Window> HALF_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
            .flatMap(day -> List.of(new Window(day, 9 * 60, 12 * 60), new Window(day, 13 * 60, 17 * 60)).stream())
            .toList();

    public Typed {
        strengths = List.copyOf(strengths);
        gaps = List.copyOf(gaps);
        gives = List.copyOf(gives);
        wants = List.copyOf(wants);
        hours = List.copyOf(hours);
    }

    static Typed of(Application application, int version) {
        return new Typed(
                application.role(),
                application.strengths(),
                application.gaps(),
                application.released(),
                application.gives(),
                application.wants(),
                Languages.names(application.languages()),
                application.hours().stream().filter(HALF_DAYS::contains).toList(),
                application.hours().stream()
                        .filter(window -> !HALF_DAYS.contains(window))
                        .map(Typed::text)
                        .collect(Collectors.joining("; ")),
                String.valueOf(application.capacity()),
                application.commitments() == null ? "" : String.valueOf(application.commitments()),
                String.join("\n", application.avoid()),
                String.join("\n", application.prefer()),
                version);
    }

    /// The same, from another draft of it.
    public Typed at(int draft) {
        return new Typed(
                role,
                strengths,
                gaps,
                released,
                gives,
                wants,
                languages,
                hours,
                otherHours,
                capacity,
                commitments,
                avoid,
                prefer,
                draft);
    }

    /// Those that were typed, and room for one more: at least three.
    public List<Strength> strengthRows() {
        return rows(strengths, Strength.NONE, Application.FEWEST_STRENGTHS, Application.MOST_STRENGTHS);
    }

    public List<Gap> gapRows() {
        return rows(gaps, Gap.NONE, 1, Application.MOST_GAPS);
    }

    private static <T> List<T> rows(List<T> typed, T none, int fewest, int most) {
        int count = Math.max(typed.size(), Math.min(most, Math.max(fewest, typed.size() + 1)));
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(row -> row < typed.size() ? typed.get(row) : none)
                .toList();
    }

    private static String text(Window window) {
        return "%s %02d:%02d-%02d:%02d"
                .formatted(
                        window.day().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH),
                        window.from() / 60,
                        window.from() % 60,
                        window.to() / 60,
                        window.to() % 60);
    }
}
