// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import org.counterpart.matching.LeftOut.TooFewPlaces;
import org.counterpart.matching.LeftOut.Why;
import org.counterpart.matching.LeftOut.WouldCostOthers;

/// One side's competition for the places of the other. Where thousands are left out most of them meet the same large
/// crowd, so it is gone through once, from one counterpart: whoever meets somebody from whom that counterpart is met
/// meets the whole crowd.
final class Competition {
    private static final boolean[] NOBODY = {};

    private final Call call;
    private final Neighbours choices;
    private final Neighbours chosenBy;
    private final Neighbours partners;
    private final boolean[] crowd;
    private final boolean[] crowdsChoice;
    private final boolean[] leadingToCrowd;
    private final int[] met;
    private final int[] chosen;
    private final int[] queue;
    private int round;

    private int people;
    private long wanted;
    private int counterparts;
    private long places;
    private boolean allTaken;

    private int crowdPeople;
    private long crowdWanted;
    private int crowdCounterparts;
    private long crowdPlaces;
    private boolean crowdTaken;
    private boolean gathered;

    Competition(Call call, Neighbours choices, Neighbours chosenBy, Neighbours partners) {
        this.call = call;
        this.choices = choices;
        this.chosenBy = chosenBy;
        this.partners = partners;
        crowd = new boolean[call.size()];
        crowdsChoice = new boolean[call.size()];
        leadingToCrowd = new boolean[call.size()];
        met = new int[call.size()];
        chosen = new int[call.size()];
        queue = new int[call.size()];
    }

    int choices(int person) {
        return choices.of(person);
    }

    /// Why somebody with at least one choice is in no pair.
    Why around(int person) {
        if (!gathered) {
            gatherCrowd(choices.others()[choices.start()[person]]);
        }
        if (walk(begin(person), false, leadingToCrowd)) {
            walk(begin(person), true, NOBODY);
            people += crowdPeople;
            wanted += crowdWanted;
            counterparts += crowdCounterparts;
            places += crowdPlaces;
            allTaken &= crowdTaken;
        }
        return allTaken && places < wanted
                ? new TooFewPlaces(people, Math.toIntExact(wanted), counterparts, Math.toIntExact(places))
                : new WouldCostOthers(counterparts);
    }

    /// Follows everyone met, counting them; true where it ended at one of those to stop at.
    ///
    /// @param waiting how many people are in the queue
    private boolean walk(int waiting, boolean aroundCrowd, boolean[] stopAt) {
        int end = waiting;
        for (int at = 0; at < end; at++) {
            int rival = queue[at];
            for (int i = choices.start()[rival]; i < choices.start()[rival + 1]; i++) {
                int other = choices.others()[i];
                if (stopAt.length > 0 && stopAt[other]) {
                    return true;
                }
                if (chosen[other] != round && !(aroundCrowd && crowdsChoice[other])) {
                    end = counterpart(other, end, aroundCrowd);
                }
            }
        }
        return false;
    }

    private int begin(int person) {
        begin();
        return rival(person, 0);
    }

    private void begin() {
        round++;
        people = 0;
        wanted = 0;
        counterparts = 0;
        places = 0;
        allTaken = true;
    }

    private int rival(int person, int end) {
        met[person] = round;
        people++;
        wanted += call.signUp(person).capacity();
        queue[end] = person;
        return end + 1;
    }

    private int counterpart(int person, int end, boolean aroundCrowd) {
        chosen[person] = round;
        counterparts++;
        places += call.signUp(person).capacity();
        allTaken &= partners.of(person) >= call.signUp(person).capacity();
        int last = end;
        for (int i = partners.start()[person]; i < partners.start()[person + 1]; i++) {
            int holder = partners.others()[i];
            if (met[holder] != round && !(aroundCrowd && crowd[holder])) {
                last = rival(holder, last);
            }
        }
        return last;
    }

    private void gatherCrowd(int pivot) {
        gathered = true;
        begin();
        walk(counterpart(pivot, 0, false), false, NOBODY);
        for (int person = 0; person < met.length; person++) {
            crowd[person] = met[person] == round;
            crowdsChoice[person] = chosen[person] == round;
        }
        crowdPeople = people;
        crowdWanted = wanted;
        crowdCounterparts = counterparts;
        crowdPlaces = places;
        crowdTaken = allTaken;
        findThoseLeadingTo(pivot);
    }

    private void findThoseLeadingTo(int pivot) {
        round++;
        leadingToCrowd[pivot] = true;
        queue[0] = pivot;
        for (int at = 0, end = 1; at < end; at++) {
            for (int i = chosenBy.start()[queue[at]]; i < chosenBy.start()[queue[at] + 1]; i++) {
                int rival = chosenBy.others()[i];
                for (int j = partners.start()[rival]; met[rival] != round && j < partners.start()[rival + 1]; j++) {
                    int held = partners.others()[j];
                    if (!leadingToCrowd[held]) {
                        leadingToCrowd[held] = true;
                        queue[end++] = held;
                    }
                }
                met[rival] = round;
            }
        }
    }
}
