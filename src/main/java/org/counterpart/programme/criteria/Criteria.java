// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is settled about a programme before its call opens (R61, R64). Texts have up to 2,000 characters and are empty,
/// and places and dates are null, as long as nobody settled them.
///
/// @param aim what the programme is for
/// @param whoMayApply by level and what people want to learn, never by age
/// @param success what will count as success, a criterion a line
/// @param stopping when the pilot stops early
/// @param mentors who start now and in reserve, likewise `mentees`
/// @param strata each group alike in all of these gets its share of the places
/// @param closesAt until when people apply, by the clock of `zone`
/// @param startsOn first day of the pairs, which meet for `weeks` (1 to 156)
/// @param nextWaveOn when those of the next wave start
public record Criteria(
        String aim,
        String whoMayApply,
        String success,
        String stopping,
        @Nullable Places mentors,
        @Nullable Places mentees,
        List<Stratum> strata,
        @Nullable LocalDateTime closesAt,
        ZoneId zone,
        @Nullable LocalDate startsOn,
        int weeks,
        @Nullable LocalDate nextWaveOn) {
    public static final int LONGEST_TEXT = 2_000;
    public static final int MOST_SUCCESSES = 12;
    public static final int MOST_WEEKS = 156;

    /// What an empty draft begins with: six months, in the zone that no clock change touches.
    public static final Criteria NONE =
            new Criteria("", "", "", "", null, null, List.of(), null, ZoneId.of("UTC"), null, 26, null);

    public Criteria {
        strata = strata.stream().distinct().sorted().toList();
    }

    /// What will count as success, one by one: each line that is not empty.
    public List<String> successes() {
        return success.lines().map(String::trim).filter(line -> !line.isEmpty()).toList();
    }

    /// The day on which the last of the weeks is over; null where it was not settled when they begin.
    public @Nullable LocalDate endsOn() {
        return startsOn == null ? null : startsOn.plusWeeks(weeks);
    }

    /// What clocks do over the closing time.
    public enum ClockChange {
        NONE,
        /// They skip it; the call closes that much later.
        FORWARD,
        /// It comes twice; the call closes at the first of the two.
        BACK
    }

    public ClockChange clockChange() {
        var change = closesAt == null ? null : zone.getRules().getTransition(closesAt);
        return change == null ? ClockChange.NONE : change.isGap() ? ClockChange.FORWARD : ClockChange.BACK;
    }

    /// The moment in which the call closes. Where clocks go forward over it, it is that much later; where they go back
    /// over it, it is the first of the two.
    public @Nullable Instant closing() {
        return closesAt == null ? null : closesAt.atZone(zone).toInstant();
    }
}
