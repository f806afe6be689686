// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many applied for which role, and how those who may be either are dealt out: so that a mentor's and a mentee's
/// chances are as equal as they can be, and who of them goes where by lot.
record Sides(int mentors, int mentees, int either) {
    static Sides count(List<Applicant> applicants) {
        var counts = new EnumMap<Side, Integer>(Side.class);
        applicants.forEach(each -> counts.merge(each.side(), 1, Integer::sum));
        return new Sides(
                counts.getOrDefault(Side.MENTOR, 0),
                counts.getOrDefault(Side.MENTEE, 0),
                counts.getOrDefault(Side.EITHER, 0));
    }

    /// Whether every place can be filled, those in reserve too.
    boolean suffice(Terms terms) {
        long forMentors = terms.seats(Pool.MENTOR).all();
        long forMentees = terms.seats(Pool.MENTEE).all();
        return forMentors <= mentors + either
                && forMentees <= mentees + either
                && forMentors + forMentees <= mentors + mentees + either;
    }

    /// The pool of each id.
    static Map<String, Pool> deal(ClosedList list, Lots lots) {
        var pools = new HashMap<String, Pool>();
        for (var each : list.applicants()) {
            for (var pool : list.terms().pools().keySet()) {
                if (each.side().fits(pool)) {
                    pools.put(each.id(), pool);
                }
            }
        }
        if (list.terms().byRole()) {
            int teach = count(list.applicants()).eitherWhoTeach(list.terms(), lots);
            list.applicants().stream()
                    .filter(each -> each.side() == Side.EITHER)
                    .sorted(Comparator.comparing(each -> lots.lot("side", each), Arrays::compareUnsigned))
                    .limit(teach)
                    .forEach(each -> pools.put(each.id(), Pool.MENTOR));
        }
        return Collections.unmodifiableMap(pools);
    }

    /// With P and Q places, (M + k) / P = (E + B − k) / Q makes chances equal; k is rounded by lot, and moved where
    /// places could not be filled otherwise.
    private int eitherWhoTeach(Terms terms, Lots lots) {
        long forMentors = terms.seats(Pool.MENTOR).start();
        long forMentees = terms.seats(Pool.MENTEE).start();
        long least = Math.max(0, terms.seats(Pool.MENTOR).all() - mentors);
        long most = Math.min(
                either, (long) mentees + either - terms.seats(Pool.MENTEE).all());
        long numerator = forMentors * (mentees + either) - forMentees * mentors;
        long denominator = forMentors + forMentees;
        long equal =
                numerator <= 0 ? 0 : Apportionment.rounded(numerator, denominator, lots.number("sides", List.of()));
        return (int) Math.clamp(equal, least, most);
    }
}
