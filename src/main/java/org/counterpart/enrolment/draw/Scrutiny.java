// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.counterpart.enrolment.draw.Refused.Fault;
import org.counterpart.enrolment.draw.Refused.Why;

/// Whether something can be drawn fairly: nobody has two tickets, everybody has a stratum, and there are places, but
/// no more than applicants. All faults are found at once.
final class Scrutiny {
    static final int LONGEST_ID = 100;
    static final int LONGEST = 200;
    private static final int MOST_STRATA = 10;
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}");

    private final Terms terms;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    private Scrutiny(Terms terms) {
        this.terms = terms;
    }

    static List<Fault> of(List<Applicant> applicants, Terms terms) {
        var scrutiny = new Scrutiny(terms);
        scrutiny.look(terms.strata());
        scrutiny.look(applicants);
        if (applicants.isEmpty()) {
            scrutiny.about(Why.NO_APPLICANTS, "");
        } else if (scrutiny.faults.isEmpty()) {
            scrutiny.count(applicants);
        }
        return List.copyOf(scrutiny.faults);
    }

    static List<Fault> of(Secret secret) {
        var faults = new ArrayList<Fault>();
        if (secret.seed().isBlank() || !holds(secret.seed(), LONGEST)) {
            faults.add(Fault.of(Why.SEED, Refused.NOBODY, secret.seed(), LONGEST));
        }
        if (!holds(secret.witness(), LONGEST)) {
            faults.add(Fault.of(Why.WITNESS, Refused.NOBODY, secret.witness(), LONGEST));
        }
        return faults;
    }

    private static boolean holds(String text, int longest) {
        return text.length() <= longest && !INVISIBLE.matcher(text).find();
    }

    private void about(Why why, String value, Object... arguments) {
        faults.add(Fault.of(why, Refused.NOBODY, value, arguments));
    }

    private void look(List<String> strata) {
        var names = new HashSet<String>();
        for (var name : strata) {
            if (name.isBlank() || !holds(name, LONGEST_ID) || !names.add(name) || names.size() > MOST_STRATA) {
                about(Why.STRATA, name, MOST_STRATA);
            }
        }
    }

    private void look(Iterable<Applicant> applicants) {
        int at = 0;
        for (var each : applicants) {
            look(each, at++);
        }
    }

    private void look(Applicant applicant, int at) {
        var id = applicant.id();
        if (id.isEmpty() || !holds(id, LONGEST_ID)) {
            faults.add(Fault.of(Why.ID, at, id, LONGEST_ID));
        } else if (ids.putIfAbsent(alike(id), at) instanceof Integer earlier) {
            faults.add(Fault.of(Why.TWICE, at, id, earlier));
        }
        if (terms.byRole() == (applicant.side() == Side.ANY)) {
            faults.add(Fault.of(Why.SIDE, at, applicant.side().text()));
        }
        if (applicant.stratum().size() != terms.strata().size()) {
            faults.add(Fault.of(Why.STRATUM, at, String.join(" · ", applicant.stratum()), LONGEST));
        }
        for (var value : applicant.stratum()) {
            if (value.isEmpty() || !holds(value, LONGEST)) {
                faults.add(Fault.of(Why.STRATUM, at, value, LONGEST));
            }
        }
        if (!holds(applicant.word(), LONGEST)) {
            faults.add(Fault.of(Why.WORD, at, applicant.word(), LONGEST));
        }
    }

    /// Two ids that nobody could tell apart, or only by capital letters, are taken for one person.
    private static String alike(String id) {
        var plain = Normalizer.normalize(id, Normalizer.Form.NFKC);
        return FORMAT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private void count(List<Applicant> applicants) {
        int before = faults.size();
        terms.pools().forEach((pool, seats) -> {
            if (seats.start() < 1) {
                about(Why.PLACES, Integer.toString(seats.start()), applicants.size());
            }
            if (seats.reserve() < 0) {
                about(Why.RESERVE, Integer.toString(seats.reserve()));
            }
        });
        if (faults.size() > before) {
            return;
        }
        if (terms.byRole()) {
            countRoles(applicants);
            return;
        }
        var seats = terms.seats(Pool.EVERYONE);
        int all = applicants.size();
        if (seats.start() > all) {
            about(Why.TOO_MANY_PLACES, Integer.toString(seats.start()), all);
        } else if (seats.all() > all) {
            about(Why.TOO_LARGE_RESERVE, Integer.toString(seats.reserve()), all, seats.start(), all - seats.start());
        }
    }

    private void countRoles(List<Applicant> applicants) {
        var sides = Sides.count(applicants);
        if (!sides.suffice(terms)) {
            about(
                    Why.TOO_FEW_FOR_ROLES,
                    "mentor=%d,mentee=%d"
                            .formatted(
                                    terms.seats(Pool.MENTOR).start(),
                                    terms.seats(Pool.MENTEE).start()),
                    terms.seats(Pool.MENTOR).all(),
                    terms.seats(Pool.MENTEE).all(),
                    sides.mentors(),
                    sides.mentees(),
                    sides.either());
        }
    }
}
