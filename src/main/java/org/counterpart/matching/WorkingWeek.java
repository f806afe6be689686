// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpart.enrolment.Window;
import org.jspecify.annotations.Nullable;

/// A person's working week in world time, as 672 quarters of an hour in winter and again in summer, so that two
/// people are said to meet only where they do in both halves of the year. A window that starts or ends within a
/// quarter counts for the whole quarters it covers.
final class WorkingWeek {
    private static final int QUARTERS = 7 * 24 * 4;
    private static final LocalDate WINTER = LocalDate.of(2026, 1, 14);
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 15);
    private static final List<Window> OFFICE_HOURS = officeHours();

    private final long[] winter;
    private final long[] summer;

    private WorkingWeek(long[] winter, long[] summer) {
        this.winter = winter;
        this.summer = summer;
    }

    /// @param windows in local time; Monday to Friday, 09:00 to 17:00, where there are none
    static WorkingWeek of(List<Window> windows, ZoneId zone) {
        var hours = windows.isEmpty() ? OFFICE_HOURS : windows;
        return new WorkingWeek(quarters(hours, offset(zone, WINTER)), quarters(hours, offset(zone, SUMMER)));
    }

    /// Working time in common, in minutes a week, in the half-year with less of it.
    int minutesInCommonWith(WorkingWeek other) {
        int inWinter = 0;
        int inSummer = 0;
        for (int i = 0; i < winter.length; i++) {
            inWinter += Long.bitCount(winter[i] & other.winter[i]);
            inSummer += Long.bitCount(summer[i] & other.summer[i]);
        }
        return 15 * Math.min(inWinter, inSummer);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingWeek week
                && Arrays.equals(winter, week.winter)
                && Arrays.equals(summer, week.summer);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(winter) + Arrays.hashCode(summer);
    }

    private static int offset(ZoneId zone, LocalDate day) {
        return zone.getRules().getOffset(day.atTime(LocalTime.NOON)).getTotalSeconds() / 60;
    }

    private static long[] quarters(List<Window> windows, int offsetMinutes) {
        var bits = new long[(QUARTERS + 63) / 64];
        for (var window : windows) {
            int midnight = (window.day().getValue() - 1) * 24 * 60 - offsetMinutes;
            int first = Math.ceilDiv(midnight + window.from(), 15);
            int end = Math.floorDiv(midnight + window.to(), 15);
            for (int quarter = first; quarter < end; quarter++) {
                int inWeek = Math.floorMod(quarter, QUARTERS);
                bits[inWeek >> 6] |= 1L << (inWeek & 63);
            }
        }
        return bits;
    }

    private static List<Window> officeHours() {
        var week = new ArrayList<Window>();
        for (var day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            week.add(new Window(day, 9 * 60, 17 * 60));
        }
        return List.copyOf(week);
    }
}
