// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.counterpart.web.PlainText;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads what an owner typed about what came of a programme. A draft may say nothing yet, but nothing in it may be
/// wrong: a day before the call opened or still to come, or so few people that others could tell who they are.
public final class ResultsForm {
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final LocalDate from;
    private final LocalDate today;
    private final Map<String, Saying> faults = new LinkedHashMap<>();

    private ResultsForm(LocalDate from, LocalDate today) {
        this.from = from;
        this.today = today;
    }

    /// As it was typed.
    ///
    /// @param draft which one they had read, as [Results#draft()]; empty where there was none
    public record Typed(String draft, List<TypedFound> found, String ending, String endingSeen, String reason) {
        public Typed {
            found = List.copyOf(found);
        }

        /// What stands in the form.
        public static Typed of(Results results) {
            return new Typed(
                    results.draft(),
                    results.found().stream().map(TypedFound::of).toList(),
                    results.ending() instanceof Ending ending ? ending.name() : "",
                    results.endingSeen(),
                    results.reason());
        }

        static Typed nothing(String draft, int criteria) {
            return new Typed(draft, Collections.nCopies(criteria, TypedFound.NOTHING), "", "", "");
        }

        /// What begins as it was published, and needs a reason of its own.
        Typed corrected(String read) {
            return new Typed(read, found, ending, endingSeen, "");
        }

        /// The same, by somebody who has read another draft meanwhile.
        public Typed having(String read) {
            return new Typed(read, found, ending, endingSeen, reason);
        }
    }

    /// @param on as 2027-08-31
    public record TypedFound(String finding, String seen, String people, String on) {
        public static final TypedFound NOTHING = new TypedFound("", "", "", "");

        static TypedFound of(Found found) {
            return new TypedFound(
                    found.finding() instanceof Finding finding ? finding.name() : "",
                    found.seen(),
                    found.people() instanceof Integer people ? people.toString() : "",
                    found.on() instanceof LocalDate day ? day.toString() : "");
        }
    }

    /// @param faults by field, in the order of the form
    record Read(
            List<Found> found, @Nullable Ending ending, String endingSeen, String reason, Map<String, Saying> faults) {}

    /// @param criteria how many there are
    /// @param from the day on which the call opened; nothing was seen before
    static Read read(Typed typed, int criteria, LocalDate from, LocalDate today) {
        var form = new ResultsForm(from, today);
        var found = new ArrayList<Found>();
        for (int i = 0; i < criteria; i++) {
            found.add(form.found(i, i < typed.found().size() ? typed.found().get(i) : TypedFound.NOTHING));
        }
        var ending = form.one(Ending.values(), typed.ending(), "ending");
        return new Read(
                List.copyOf(found),
                ending,
                form.text(typed.endingSeen(), "endingSeen"),
                form.text(typed.reason(), "reason"),
                form.faults);
    }

    private Found found(int i, TypedFound typed) {
        return new Found(
                one(Finding.values(), typed.finding(), "finding" + i),
                text(typed.seen(), "seen" + i),
                people(typed.people(), "people" + i),
                day(typed.on(), "on" + i));
    }

    private <E extends Enum<E>> @Nullable E one(E[] known, String typed, String field) {
        var one = Arrays.stream(known).filter(each -> each.name().equals(typed)).findFirst();
        if (one.isEmpty() && !typed.isEmpty()) {
            faults.put(field, Saying.of("programme.results.wrong.choice"));
        }
        return one.orElse(null);
    }

    private String text(String typed, String field) {
        var text = PlainText.of(typed).text();
        if (text.length() > Found.LONGEST) {
            faults.put(field, Saying.of("programme.criteria.wrong.text", text.length(), Found.LONGEST));
        }
        return text;
    }

    private @Nullable Integer people(String typed, String field) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        int people = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (people >= 0 && people < Found.FEWEST) {
            faults.put(field, Saying.of("programme.results.wrong.few", people, Found.FEWEST));
        } else if (people < 0 || people > Found.MOST) {
            faults.put(field, Saying.of("programme.criteria.wrong.number", shortened(text), Found.FEWEST, Found.MOST));
        }
        return people;
    }

    private @Nullable LocalDate day(String typed, String field) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (!DAY.matcher(text).matches()) {
                throw new DateTimeException(text);
            }
            var day = LocalDate.parse(text);
            if (day.isBefore(from) || day.isAfter(today)) {
                faults.put(field, Saying.of("programme.results.wrong.day", day, from, today));
            }
            return day;
        } catch (DateTimeException odd) {
            faults.put(field, Saying.of("programme.criteria.wrong.day", shortened(text)));
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 39)) + "…";
    }
}
