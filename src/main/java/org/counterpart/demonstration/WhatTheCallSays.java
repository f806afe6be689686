// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.counterpart.programme.criteria.CriteriaForm.Typed;

/// What the made-up company settled before it called.
final class WhatTheCallSays {
    private WhatTheCallSays() {}

    /// Closes with the minute, since those who sign up are there already.
    static Typed at(Instant now) {
        var closing = LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        LocalDate start = closing.toLocalDate().plusWeeks(3);
        return new Typed(
                "Leaders at Tidewater learn from colleagues who joined lately what work is like for them, and which tools "
                        + "they use. Those colleagues learn how decisions are made.",
                "Mentors: everyone up to level 3 with something to teach. Mentees: everyone from level 5 who wants to "
                        + "learn it.",
                "After six months, at least two in three mentors and two in three mentees say that they would do it again.",
                "If more than a third of the pairs no longer meet by the middle, or anybody comes to harm.",
                "60",
                "4",
                "60",
                "4",
                List.of("DEPARTMENT"),
                closing.toString(),
                "UTC",
                start.toString(),
                "26",
                start.plusWeeks(30).toString());
    }
}
