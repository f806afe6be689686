// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.fairness.Across;
import org.counterpart.matching.fairness.Attribute;
import org.counterpart.matching.fairness.FairnessAudit;
import org.counterpart.matching.fairness.Participant;
import org.counterpart.matching.fairness.Repeat;
import org.jspecify.annotations.Nullable;

/// Takes from a matching what the fairness audit needs, and leaves out who the people are.
public final class Auditing {
    private final Call call;
    private final Candidates candidates;
    private final int[] pairs;
    private final Earlier earlier;
    private final int[] points;
    private final BitSet paired = new BitSet();
    private final BitSet newlyPaired = new BitSet();

    private Auditing(Matched matched, Earlier earlier) {
        this.call = matched.call();
        this.candidates = matched.candidates();
        this.pairs = matched.certified().edges();
        this.earlier = earlier;
        this.points = new int[call.size()];
        for (int pair : pairs) {
            note(candidates.mentor(pair), candidates.toMentor(pair));
            note(candidates.mentee(pair), candidates.toMentee(pair));
            if (!earlier.goingOn().contains(candidates.pair(pair))) {
                newlyPaired.set(candidates.mentor(pair));
                newlyPaired.set(candidates.mentee(pair));
            }
        }
    }

    public static FairnessAudit audit(Matched matched, Earlier earlier) {
        var auditing = new Auditing(matched, earlier);
        return FairnessAudit.of(auditing.participants(), auditing.across(), auditing.repeat());
    }

    /// Who is in several pairs counts with the one that is worth least to them.
    private void note(int person, int gained) {
        points[person] = paired.get(person) ? Math.min(points[person], gained) : gained;
        paired.set(person);
    }

    private List<Participant> participants() {
        var participants = new ArrayList<Participant>(call.size());
        for (int person = 0; person < call.size(); person++) {
            participants.add(new Participant(
                    call.signUp(person).role(),
                    groups(person),
                    earlier.leftOut().contains(call.person(person).id()),
                    paired.get(person) ? points[person] : null));
        }
        return participants;
    }

    private Map<Attribute, String> groups(int position) {
        var person = call.person(position);
        var groups = new EnumMap<Attribute, String>(Attribute.class);
        put(groups, Attribute.DEPARTMENT, person.department());
        put(groups, Attribute.LEVEL, person.level());
        put(groups, Attribute.SITE, person.site());
        put(groups, Attribute.CONTRACT, person.contract());
        if (!earlier.asked().isEmpty() && !goesOn(position)) {
            groups.put(Attribute.BEFORE, earlier.asked().contains(person.id()) ? "yes" : "no");
        }
        return groups;
    }

    private static void put(Map<Attribute, String> groups, Attribute attribute, @Nullable Object fact) {
        if (fact != null) {
            groups.put(attribute, fact.toString());
        }
    }

    private boolean goesOn(int person) {
        return paired.get(person) && !newlyPaired.get(person);
    }

    /// Millions of candidates are compared, so departments are numbers here; 0 where none was given.
    private Across across() {
        var departments = departments();
        int known = 0;
        int across = 0;
        for (int pair : pairs) {
            int crosses = crosses(departments[candidates.mentor(pair)], departments[candidates.mentee(pair)]);
            known += crosses < 0 ? 0 : 1;
            across += Math.max(crosses, 0);
        }
        long candidatesKnown = 0;
        long candidatesAcross = 0;
        for (int pair = 0; pair < candidates.size(); pair++) {
            int crosses = crosses(departments[candidates.mentor(pair)], departments[candidates.mentee(pair)]);
            candidatesKnown += crosses < 0 ? 0 : 1;
            candidatesAcross += Math.max(crosses, 0);
        }
        return new Across(known, across, candidatesKnown, candidatesAcross);
    }

    private int[] departments() {
        var numbers = new HashMap<String, Integer>();
        var departments = new int[call.size()];
        for (int person = 0; person < departments.length; person++) {
            var name = call.person(person).department();
            departments[person] = name == null ? 0 : numbers.computeIfAbsent(name, _ -> numbers.size() + 1);
        }
        return departments;
    }

    /// 1 across departments, 0 within one, -1 where one of the two is not known.
    private static int crosses(int here, int there) {
        return here == 0 || there == 0 ? -1 : here == there ? 0 : 1;
    }

    private @Nullable Repeat repeat() {
        if (earlier.asked().isEmpty()) {
            return null;
        }
        int again = (int) newlyPaired.stream()
                .filter(person -> earlier.asked().contains(call.person(person).id()))
                .count();
        return new Repeat(newlyPaired.cardinality(), again);
    }
}
