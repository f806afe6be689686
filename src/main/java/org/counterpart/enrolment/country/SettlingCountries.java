// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.enrolment.country.Standing.Kind;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.web.PlainText;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes how those who speak for the employees of each country stand to a programme, before people there can apply
/// (R62, L6). Until the draw or the matching it can be set right; the decision log keeps every word of it.
@Component
public class SettlingCountries {
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    private final Countries countries;
    private final Standings standings;
    private final Phases phases;
    private final Decisions decisions;
    private final Clock clock;

    SettlingCountries(Countries countries, Standings standings, Phases phases, Decisions decisions, Clock clock) {
        this.countries = countries;
        this.standings = standings;
        this.phases = phases;
        this.decisions = decisions;
        this.clock = clock;
    }

    /// As it was typed.
    public record Typed(String country, String kind, String reference, String since) {
        public static final Typed NOTHING = new Typed("", "", "", "");

        public static Typed of(Standing standing) {
            return new Typed(
                    standing.country(),
                    standing.kind().name(),
                    standing.reference(),
                    standing.since().toString());
        }
    }

    /// @param people of the roster who work there
    /// @param standing null where nobody said yet
    public record Line(
            Country country, int people, @Nullable Standing standing) {
        public boolean missing() {
            return country.needsStanding() && standing == null;
        }
    }

    /// Countries of the roster by code, the others last.
    public List<Line> of(UUID programmeId) {
        var known = standings.of(programmeId);
        return standings.people().entrySet().stream()
                .map(each -> new Line(countries.of(each.getKey()), each.getValue(), known.get(each.getKey())))
                .sorted((one, two) ->
                        Boolean.compare(one.country().other(), two.country().other()))
                .toList();
    }

    /// Whether people who work there can hand in an application.
    public boolean settled(UUID programmeId, Country country) {
        return !country.needsStanding() || standings.of(programmeId).containsKey(country.code());
    }

    public boolean open(UUID programmeId) {
        return phases.of(programmeId).compareTo(Phase.CLOSED) <= 0;
    }

    /// What is wrong, by field; empty where it is noted.
    @Transactional
    public Map<String, Saying> settle(UUID programmeId, Typed typed, SignedIn who) {
        var country = countries.of(typed.country());
        var faults = new TreeMap<String, Saying>();
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(typed.kind()))
                .filter(each -> Kind.settling(country.representatives()).contains(each))
                .findFirst();
        var since = since(typed.since());
        var reference = PlainText.of(typed.reference());
        if (!open(programmeId)) {
            faults.put("late", Saying.of("country.fault.late"));
        }
        if (!country.needsStanding()) {
            faults.put("late", Saying.of("country.fault.country"));
        }
        if (kind.isEmpty()) {
            faults.put("kind", Saying.of("country.fault.kind"));
        }
        if (!reference.fits(Standing.LONGEST)) {
            faults.put(
                    "reference",
                    Saying.of("country.fault.reference", reference.text().length(), Standing.LONGEST));
        }
        if (since == null) {
            faults.put(
                    "since",
                    typed.since().isBlank()
                            ? Saying.of("country.fault.since.empty")
                            : Saying.of("country.fault.since", typed.since().strip()));
        }
        if (faults.isEmpty() && since != null) {
            var standing = new Standing(country.code(), kind.orElseThrow(), reference.text(), since);
            standings.save(programmeId, standing);
            decisions.add(new Decision(
                    programmeId,
                    clock.instant(),
                    who.accountId(),
                    Decision.Act.COUNTRY_SETTLED,
                    List.of(country.code(), standing.kind().name(), since.toString()),
                    reference.text()));
        }
        return faults;
    }

    /// A day that was; nobody agrees tomorrow.
    private @Nullable LocalDate since(String typed) {
        try {
            var text = typed.strip();
            var day = DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
            return day == null
                            || day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                    .plusDays(1))
                    ? null
                    : day;
        } catch (DateTimeException odd) {
            return null;
        }
    }
}
