// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.draw.ClosedList;
import org.counterpart.enrolment.draw.Closing;
import org.counterpart.enrolment.draw.Draw;
import org.counterpart.enrolment.draw.Terms;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Phase;
import org.counterpart.programme.PhaseChanged;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.counterpart.programme.criteria.Stratum;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Commits to a seed when a call opens, and fixes the list of applicants when it closes, by hand or by the clock.
@Component
class ClosingLists {
    /// No spreadsheet runs what we write, and nothing on the list is invisible.
    private static final Pattern NOT_SHOWN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private static final int LONGEST_FACT = 190;

    private final Draws draws;
    private final PlacesOfDraws places;
    private final SignUps signUps;
    private final People people;
    private final CriteriaOfProgrammes criteria;
    private final Clock clock;

    ClosingLists(
            Draws draws,
            PlacesOfDraws places,
            SignUps signUps,
            People people,
            CriteriaOfProgrammes criteria,
            Clock clock) {
        this.draws = draws;
        this.places = places;
        this.signUps = signUps;
        this.people = people;
        this.criteria = criteria;
        this.clock = clock;
    }

    @EventListener
    void hear(PhaseChanged changed) {
        if (changed.to() == Phase.OPEN) {
            Acting.system(() -> draws.commit(changed.programmeId(), 1, Chance.seed(), changed.at()));
        } else if (changed.to() == Phase.CLOSED) {
            Acting.system(() -> fix(changed.programmeId()));
        }
    }

    /// Nothing where the call never opened here, or where the list is fixed already.
    private void fix(UUID programmeId) {
        draws.hold(programmeId).filter(draw -> draw.closed() == null).ifPresent(this::fix);
    }

    private void fix(ProgrammeDraw draw) {
        var programmeId = draw.programmeId();
        var settled = criteria.find(programmeId).map(Kept::criteria);
        var applicants = applicants(programmeId, settled.map(Criteria::strata).orElse(List.of()));
        places.add(draw.round(), applicants);
        close(draw, applicants, settled);
    }

    /// Commits to a secret of its own for the draw that follows one that was set aside, and fixes its list: who is
    /// signed
    /// up now, under new numbers. Whoever calls this holds the draw.
    ProgrammeDraw beginAgain(ProgrammeDraw setAside) {
        draws.commit(setAside.programmeId(), setAside.round() + 1, Chance.seed(), clock.instant());
        var next = draws.find(setAside.programmeId()).orElseThrow();
        fix(next);
        return draws.find(setAside.programmeId()).orElseThrow();
    }

    /// Once more without whoever was erased before anything was drawn.
    void fixAgain(ProgrammeDraw draw) {
        var programmeId = draw.programmeId();
        close(draw, places.of(programmeId), criteria.find(programmeId).map(Kept::criteria));
    }

    private void close(ProgrammeDraw draw, List<Listed> applicants, Optional<Criteria> settled) {
        var list = settled.flatMap(each -> terms(each, applicants))
                .map(terms -> closed(applicants, terms))
                .orElse(null);
        draws.close(draw.programmeId(), draw.round(), clock.instant(), applicants.size(), list);
    }

    private static Optional<Terms> terms(Criteria settled, List<Listed> applicants) {
        var mentors = settled.mentors();
        var mentees = settled.mentees();
        return mentors == null || mentees == null
                ? Optional.empty()
                : Room.terms(
                        mentors,
                        mentees,
                        settled.strata().stream().map(ClosingLists::name).toList(),
                        applicants.stream().map(Listed::role).toList());
    }

    static ClosedList closed(List<Listed> applicants, Terms terms) {
        return switch (Draw.close(applicants.stream().map(Listed::applicant).toList(), terms)) {
            case Closing.Closed(var list) -> list;
            case Closing.Open(var faults) ->
                throw new IllegalStateException(
                        "The list cannot be closed: %s. Maybe a fact of a person is longer than a list takes."
                                .formatted(faults));
        };
    }

    private List<Listed> applicants(UUID programmeId, List<Stratum> strata) {
        var known = people.all();
        var numbers = new HashSet<String>();
        var applicants = new ArrayList<Listed>();
        for (var signUp : signUps.of(programmeId)) {
            var number = Chance.number();
            while (!numbers.add(number)) {
                number = Chance.number();
            }
            applicants.add(Listed.applied(
                    programmeId, signUp.personId(), number, signUp.role(), stratum(signUp, strata, known)));
        }
        return applicants;
    }

    private static List<String> stratum(SignUp signUp, List<Stratum> strata, Map<String, Person> people) {
        @Nullable Person person = people.get(signUp.personId());
        if (person == null) {
            throw new IllegalStateException(
                    "Whoever signed up as %s is not among the people.".formatted(signUp.personId()));
        }
        return strata.stream().map(each -> shown(fact(person, each))).toList();
    }

    static String name(Stratum stratum) {
        return stratum.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object fact(Person person, Stratum stratum) {
        return switch (stratum) {
            case DEPARTMENT -> person.department();
            case LEVEL -> person.level();
            case SITE -> person.site();
            case COUNTRY -> person.country();
            case CONTRACT -> person.contract();
        };
    }

    private static String shown(@Nullable Object fact) {
        var text = fact == null
                ? ""
                : NOT_SHOWN.matcher(fact.toString()).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return "not given";
        }
        var safe = "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.length() <= LONGEST_FACT
                ? safe
                : safe.substring(0, LONGEST_FACT).strip();
    }
}
