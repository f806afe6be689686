// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.counterpart.enrolment.Role;
import org.counterpart.matching.LeftOut.NoCounterpart;
import org.counterpart.matching.LeftOut.TooFewPlaces;
import org.counterpart.matching.LeftOut.Why;
import org.counterpart.matching.LeftOut.WouldCostOthers;

/// Finds out why someone is in no pair, by following who could take whose place: from the person to every possible
/// counterpart, from there to the people who hold those places, and on. If every place met on the way is taken, the
/// people met compete for too few places (P. Hall 1935; D. Kőnig 1931), and their numbers are the reason.
final class Scarcity {
    private final Call call;
    private final Candidates candidates;
    private final List<List<Integer>> asMentor;
    private final List<List<Integer>> asMentee;
    private final List<List<Integer>> partners;

    /// @param pairs positions among the candidates of the pairs that were made
    Scarcity(Call call, Candidates candidates, List<Integer> pairs) {
        this.call = call;
        this.candidates = candidates;
        this.asMentor = lists(call.size());
        this.asMentee = lists(call.size());
        this.partners = lists(call.size());
        for (int pair = 0; pair < candidates.size(); pair++) {
            asMentor.get(candidates.mentor(pair)).add(candidates.mentee(pair));
            asMentee.get(candidates.mentee(pair)).add(candidates.mentor(pair));
        }
        for (int pair : pairs) {
            partners.get(candidates.mentor(pair)).add(candidates.mentee(pair));
            partners.get(candidates.mentee(pair)).add(candidates.mentor(pair));
        }
    }

    Why reason(int person) {
        var prospects = candidates.prospects(person);
        if (prospects.remaining() == 0) {
            return new NoCounterpart(prospects);
        }
        boolean mentors = asMentor.get(person).size() >= asMentee.get(person).size();
        return competition(person, mentors ? Role.MENTOR : Role.MENTEE);
    }

    private Why competition(int person, Role role) {
        var neighbours = role == Role.MENTOR ? asMentor : asMentee;
        var rivals = new BitSet();
        var counterparts = new BitSet();
        var waiting = new ArrayDeque<Integer>(List.of(person));
        rivals.set(person);
        boolean allTaken = true;
        while (waiting.poll() instanceof Integer rival) {
            for (int counterpart : neighbours.get(rival)) {
                if (!counterparts.get(counterpart)) {
                    counterparts.set(counterpart);
                    allTaken &= partners.get(counterpart).size()
                            >= call.signUp(counterpart).capacity();
                    partners.get(counterpart).stream()
                            .filter(other -> !rivals.get(other))
                            .forEach(other -> {
                                rivals.set(other);
                                waiting.add(other);
                            });
                }
            }
        }
        int places =
                counterparts.stream().map(each -> call.signUp(each).capacity()).sum();
        return allTaken && places < wanted(rivals)
                ? new TooFewPlaces(rivals.cardinality(), wanted(rivals), counterparts.cardinality(), places)
                : new WouldCostOthers(counterparts.cardinality());
    }

    private int wanted(BitSet people) {
        return people.stream().map(each -> call.signUp(each).capacity()).sum();
    }

    private static List<List<Integer>> lists(int size) {
        var lists = new ArrayList<List<Integer>>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
