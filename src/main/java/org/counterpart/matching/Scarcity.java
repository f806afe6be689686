// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import org.counterpart.matching.LeftOut.NoCounterpart;
import org.counterpart.matching.LeftOut.Why;

/// Finds out why someone is in no pair, by following who could take whose place: from the person to every possible
/// counterpart, from there to the people who hold those places, and on. If every place met on the way is taken, the
/// people met compete for too few places (P. Hall 1935; D. Kőnig 1931), and their numbers are the reason.
final class Scarcity {
    private final Candidates candidates;
    private final Competition asMentors;
    private final Competition asMentees;

    /// @param pairs positions among the candidates of the pairs that were made, ascending
    Scarcity(Call call, Candidates candidates, int[] pairs) {
        this.candidates = candidates;
        var byMentor = Neighbours.ofMentors(call, candidates);
        var byMentee = byMentor.turnedRound();
        var partners = Neighbours.partners(call, candidates, pairs);
        asMentors = new Competition(call, byMentor, byMentee, partners);
        asMentees = new Competition(call, byMentee, byMentor, partners);
    }

    Why reason(int person) {
        var prospects = candidates.prospects(person);
        if (prospects.remaining() == 0) {
            return new NoCounterpart(prospects);
        }
        boolean mentor = asMentors.choices(person) >= asMentees.choices(person);
        return (mentor ? asMentors : asMentees).around(person);
    }
}
