// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.time.DayOfWeek;

/// A stretch of one weekday, in minutes after local midnight: `from` inclusive, `to` exclusive, 0 ≤ from < to ≤
/// 1440.
public record Window(DayOfWeek day, int from, int to) {
    public Window {
        if (from < 0 || to > 1440 || from >= to) {
            throw new IllegalArgumentException(
                    "The window (%d to %d) on %s must lie within one day. Maybe split it at midnight."
                            .formatted(from, to, day));
        }
    }

    /// As it is written down: `MONDAY 540 720`.
    public String text() {
        return "%s %d %d".formatted(day, from, to);
    }

    /// Reads what [#text()] writes.
    public static Window of(String text) {
        var parts = text.split(" ");
        return new Window(DayOfWeek.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
