// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/// Dates as most programmes have them, for whoever settled none: three weeks in which people apply, three more to draw,
/// match and prepare, and a month after the end before the next wave. They stand in the form, and count once somebody
/// saves them.
final class Proposal {
    private static final int TO_APPLY = 3;
    private static final int TO_PREPARE = 3;
    private static final int TO_LEARN = 4;
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private Proposal() {}

    /// Whether no date was settled.
    static boolean fits(Criteria criteria) {
        return criteria.closesAt() == null && criteria.startsOn() == null && criteria.nextWaveOn() == null;
    }

    static Criteria of(Criteria criteria, LocalDate today) {
        var closes = workday(today.plusWeeks(TO_APPLY));
        var starts = monday(closes.plusWeeks(TO_PREPARE));
        return new Criteria(
                criteria.aim(),
                criteria.whoMayApply(),
                criteria.success(),
                criteria.stopping(),
                criteria.mentors(),
                criteria.mentees(),
                criteria.strata(),
                closes.atTime(CLOSING),
                criteria.zone(),
                starts,
                criteria.weeks(),
                monday(starts.plusWeeks(criteria.weeks() + TO_LEARN)));
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? monday(day) : day;
    }

    private static LocalDate monday(LocalDate from) {
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}
