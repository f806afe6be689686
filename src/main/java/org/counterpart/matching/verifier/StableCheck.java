// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.util.Arrays;
import java.util.BitSet;
import org.counterpart.matching.verifier.Verdict.Stable;
import tools.jackson.databind.JsonNode;

/// Checks that no two people would leave their pairs for each other: in every candidate that is no pair and fits the
/// roles, one of the two has all places taken and gains at least as much from each of their pairs (D. Gale, L. Shapley
/// 1962). Pinned pairs are left by nobody.
final class StableCheck {
    private final JsonNode certificate;
    private final Claims claims;
    private final int[] use;
    private final long[] least;

    StableCheck(JsonNode certificate, Claims claims) {
        this.certificate = certificate;
        this.claims = claims;
        use = new int[claims.ids.size()];
        least = new long[claims.ids.size()];
        Arrays.fill(least, Long.MAX_VALUE);
    }

    Verdict verdict() {
        Rejection.unless(claims.twoSided(), "verifier.one-sided");
        var mentors = mentors();
        for (int pair = claims.pairs.nextSetBit(0); pair >= 0; pair = claims.pairs.nextSetBit(pair + 1)) {
            int mentor = claims.mentor[pair];
            int mentee = claims.mentee[pair];
            Rejection.unless(
                    mentors.get(mentor) && !mentors.get(mentee),
                    "verifier.stable-role",
                    claims.ids.get(mentor),
                    claims.ids.get(mentee));
            use[mentor]++;
            use[mentee]++;
            if (!claims.pins.get(pair)) {
                least[mentor] = Math.min(least[mentor], claims.toMentor(pair));
                least[mentee] = Math.min(least[mentee], claims.toMentee(pair));
            }
        }
        for (int edge = 0; edge < claims.edges; edge++) {
            int mentor = claims.mentor[edge];
            int mentee = claims.mentee[edge];
            Rejection.unless(
                    claims.pairs.get(edge)
                            || !mentors.get(mentor)
                            || mentors.get(mentee)
                            || !gains(mentor, claims.toMentor(edge))
                            || !gains(mentee, claims.toMentee(edge)),
                    "verifier.blocking",
                    claims.ids.get(mentor),
                    claims.ids.get(mentee));
        }
        var optimum = certificate.path("optimum");
        return new Stable(
                claims.pairs.cardinality(),
                claims.decimal(claims.worst(claims.pairs)),
                claims.decimal(Claims.sum(claims.pairs, edge -> claims.benefit[edge])),
                claims.ids.size(),
                claims.edges,
                claims.unweighed(certificate),
                (int) Claims.whole(optimum.path("pairs"), "certificate.json, optimum"),
                claims.decimal(claims.units(optimum.path("worst"), "optimum")),
                claims.decimal(claims.units(optimum.path("total"), "optimum")));
    }

    private boolean gains(int person, long benefit) {
        return use[person] < claims.capacity[person] || benefit > least[person];
    }

    /// Everyone who is only ever a mentor in a candidate, and those of the others whom the certificate makes one.
    private BitSet mentors() {
        var mentors = new BitSet();
        var mentees = new BitSet();
        for (int edge = 0; edge < claims.edges; edge++) {
            mentors.set(claims.mentor[edge]);
            mentees.set(claims.mentee[edge]);
        }
        var either = (BitSet) mentors.clone();
        either.and(mentees);
        mentors.andNot(mentees);
        for (var role : certificate.path("roles").properties()) {
            int person = claims.person(role.getKey(), "certificate.json, roles", 0);
            var said = role.getValue().asString();
            Rejection.unless(
                    either.get(person) && (said.equals("mentor") || said.equals("mentee")),
                    "verifier.role",
                    "certificate.json, roles",
                    said);
            mentors.set(person, said.equals("mentor"));
        }
        return mentors;
    }
}
