// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.counterpart.web.PlainText;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads what an owner typed. Each fault names its field, what stood there and what is allowed; whatever is empty is
/// not settled yet.
public final class CriteriaForm {
    private static final int LONGEST_NUMBER = 6;
    private static final Pattern DATE = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}([T ][0-9:]{5,8})?");

    private final Typed typed;
    private final List<Fault> faults = new ArrayList<>();

    private CriteriaForm(Typed typed) {
        this.typed = typed;
    }

    /// A field of the form, in the order in which it is shown.
    public enum Field {
        AIM,
        WHO_MAY_APPLY,
        SUCCESS,
        STOPPING,
        MENTORS,
        MENTOR_RESERVE,
        MENTEES,
        MENTEE_RESERVE,
        STRATA,
        CLOSES_AT,
        ZONE,
        STARTS_ON,
        WEEKS,
        NEXT_WAVE_ON
    }

    /// @param saying what is wrong: what was typed, and what is allowed
    public record Fault(Field field, Saying saying) {}

    /// As it was typed; `strata` by name, `closesAt` as 2027-01-31T17:00, days as 2027-01-31.
    public record Typed(
            String aim,
            String whoMayApply,
            String success,
            String stopping,
            String mentors,
            String mentorReserve,
            String mentees,
            String menteeReserve,
            List<String> strata,
            String closesAt,
            String zone,
            String startsOn,
            String weeks,
            String nextWaveOn) {
        public Typed {
            strata = List.copyOf(strata);
        }

        /// What stands in the form of what was settled.
        public static Typed of(Criteria criteria) {
            return new Typed(
                    criteria.aim(),
                    criteria.whoMayApply(),
                    criteria.success(),
                    criteria.stopping(),
                    shown(criteria.mentors(), Places::start),
                    shown(criteria.mentors(), Places::reserve),
                    shown(criteria.mentees(), Places::start),
                    shown(criteria.mentees(), Places::reserve),
                    criteria.strata().stream().map(Stratum::name).toList(),
                    shown(criteria.closesAt(), LocalDateTime::toString),
                    criteria.zone().getId(),
                    shown(criteria.startsOn(), LocalDate::toString),
                    String.valueOf(criteria.weeks()),
                    shown(criteria.nextWaveOn(), LocalDate::toString));
        }

        private static <T> String shown(@Nullable T value, Function<T, Object> in) {
            return value == null ? "" : String.valueOf(in.apply(value));
        }
    }

    /// @param criteria what was settled, if nothing is wrong
    record Read(Criteria criteria, List<Fault> faults) {}

    static Read read(Typed typed, Instant now) {
        var form = new CriteriaForm(typed);
        var criteria = form.criteria();
        if (form.faults.isEmpty()) {
            form.order(criteria, now);
        }
        return new Read(criteria, List.copyOf(form.faults));
    }

    private Criteria criteria() {
        var zone = zone();
        var criteria = new Criteria(
                text(Field.AIM, typed.aim()),
                text(Field.WHO_MAY_APPLY, typed.whoMayApply()),
                text(Field.SUCCESS, typed.success()),
                text(Field.STOPPING, typed.stopping()),
                places(Field.MENTORS, typed.mentors(), Field.MENTOR_RESERVE, typed.mentorReserve()),
                places(Field.MENTEES, typed.mentees(), Field.MENTEE_RESERVE, typed.menteeReserve()),
                strata(),
                date(Field.CLOSES_AT, typed.closesAt(), LocalDateTime::parse),
                zone.orElse(ZoneId.of("UTC")),
                date(Field.STARTS_ON, typed.startsOn(), LocalDate::parse),
                weeks(),
                date(Field.NEXT_WAVE_ON, typed.nextWaveOn(), LocalDate::parse));
        int successes = criteria.successes().size();
        if (successes > Criteria.MOST_SUCCESSES && faults.stream().noneMatch(each -> each.field() == Field.SUCCESS)) {
            wrong(Field.SUCCESS, "successes", successes, Criteria.MOST_SUCCESSES);
        }
        return criteria;
    }

    /// One after the other: now, closing, start, next wave.
    private void order(Criteria criteria, Instant now) {
        if (criteria.closing() instanceof Instant closing && !closing.isAfter(now)) {
            wrong(Field.CLOSES_AT, "past", typed.closesAt().strip().replace('T', ' '));
        }
        if (criteria.startsOn() instanceof LocalDate start
                && criteria.closesAt() instanceof LocalDateTime closing
                && !start.isAfter(closing.toLocalDate())) {
            wrong(Field.STARTS_ON, "start", start, closing.toLocalDate());
        }
        if (criteria.nextWaveOn() instanceof LocalDate next
                && criteria.startsOn() instanceof LocalDate start
                && !next.isAfter(start)) {
            wrong(Field.NEXT_WAVE_ON, "next-wave", next, start);
        }
    }

    private String text(Field field, String typed) {
        var text = PlainText.of(typed).text();
        if (text.length() > Criteria.LONGEST_TEXT) {
            wrong(field, "text", text.length(), Criteria.LONGEST_TEXT);
        }
        return text;
    }

    private @Nullable Places places(Field field, String typed, Field reserveField, String typedReserve) {
        var start = number(field, typed, 1, Places.MOST);
        var reserve = number(reserveField, typedReserve, 0, Places.MOST);
        if (typed.isBlank() && reserve.orElse(0) > 0) {
            wrong(field, "places-of-reserve", typedReserve.strip());
        }
        return start.map(number -> new Places(number, reserve.orElse(0))).orElse(null);
    }

    private Optional<Integer> number(Field field, String typed, int least, int most) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int number = text.matches("[0-9]{1,%d}".formatted(LONGEST_NUMBER)) ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            wrong(field, "number", shortened(text), least, most);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private int weeks() {
        if (typed.weeks().isBlank()) {
            wrong(Field.WEEKS, "number", "", 1, Criteria.MOST_WEEKS);
        }
        return number(Field.WEEKS, typed.weeks(), 1, Criteria.MOST_WEEKS).orElse(Criteria.NONE.weeks());
    }

    private List<Stratum> strata() {
        var known = Arrays.stream(Stratum.values()).map(Stratum::name).toList();
        typed.strata().stream()
                .filter(each -> !known.contains(each))
                .findFirst()
                .ifPresent(each -> wrong(Field.STRATA, "stratum", shortened(each)));
        return typed.strata().stream()
                .filter(known::contains)
                .map(Stratum::valueOf)
                .toList();
    }

    private Optional<ZoneId> zone() {
        var text = typed.zone().strip();
        var zone = Zones.named(text);
        if (zone.isEmpty()) {
            wrong(Field.ZONE, "zone", shortened(text));
        }
        return zone;
    }

    private <T> @Nullable T date(Field field, String typed, Function<String, T> parse) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (!DATE.matcher(text).matches()) {
                throw new DateTimeException(text);
            }
            return parse.apply(text.replace(' ', 'T'));
        } catch (DateTimeException odd) {
            wrong(field, field == Field.CLOSES_AT ? "moment" : "day", shortened(text));
            return null;
        }
    }

    private void wrong(Field field, String why, Object... about) {
        faults.add(new Fault(field, Saying.of("programme.criteria.wrong." + why, about)));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 39)) + "…";
    }
}
