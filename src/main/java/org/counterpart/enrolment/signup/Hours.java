// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.signup;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterpart.enrolment.Window;

/// Hours of the week as people write them: `09:00-12:00`, `Mon,Wed 13:00-17:00`, `Mon-Fri 8:00-16:00`, `mornings`,
/// `afternoons`; without days they hold from Monday to Friday.
public final class Hours {
    private static final Pattern FORM = Pattern.compile(
            "(?:([a-z]{3,9}(?:\\s*[,–-]\\s*[a-z]{3,9})*)\\s+)?(\\d{1,2}):(\\d{2})\\s*[–-]\\s*(\\d{1,2}):(\\d{2})");
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private Hours() {}

    /// Nothing where the text is not of a form that is understood.
    public static List<Window> read(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("morning")) {
            return windows(WORKING_DAYS, 9 * 60, 12 * 60);
        }
        if (plain.startsWith("afternoon")) {
            return windows(WORKING_DAYS, 13 * 60, 17 * 60);
        }
        var form = FORM.matcher(plain);
        if (!form.matches()) {
            return List.of();
        }
        int from = minutes(form.group(2), form.group(3));
        int to = minutes(form.group(4), form.group(5));
        var named = form.group(1);
        return from < 0 || to < 0 || from >= to
                ? List.of()
                : windows(named == null ? WORKING_DAYS : days(named), from, to);
    }

    private static int minutes(String hours, String minutes) {
        int all = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        return Integer.parseInt(minutes) > 59 || all > 24 * 60 ? -1 : all;
    }

    private static Set<DayOfWeek> days(String named) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var part : named.split(",")) {
            var ends = part.strip().split("[–-]");
            var first = day(ends[0]);
            var last = day(ends[ends.length - 1]);
            if (first == null || last == null || first.compareTo(last) > 0) {
                return Set.of();
            }
            days.addAll(EnumSet.range(first, last));
        }
        return days;
    }

    private static @org.jspecify.annotations.Nullable DayOfWeek day(String name) {
        for (var day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(name.strip())) {
                return day;
            }
        }
        return null;
    }

    private static List<Window> windows(Set<DayOfWeek> days, int from, int to) {
        var windows = new ArrayList<Window>();
        days.forEach(day -> windows.add(new Window(day, from, to)));
        return windows;
    }
}
