// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Judges single pairs by the rules and by what the owner decided about them.
final class Judging {
    final Call call;
    final Rules rules;
    private final int required;
    private final Profiles profiles;
    private final Map<Integer, Set<Integer>> forbidden;
    private final Map<Integer, Set<Integer>> standing;

    Judging(Call call, Rules rules, Wishes wishes) {
        this.call = call;
        this.rules = rules;
        this.required = rules.requiredBits();
        this.profiles = call.profiles();
        this.forbidden = byMentor(call, wishes.forbidden());
        this.standing = byMentor(call, wishes.standing());
    }

    static Map<Integer, Set<Integer>> byMentor(Call call, Set<PairKey> pairs) {
        var byMentor = new HashMap<Integer, Set<Integer>>();
        for (var pair : pairs) {
            if (call.positions().get(pair.mentor()) instanceof Integer mentor
                    && call.positions().get(pair.mentee()) instanceof Integer mentee) {
                byMentor.computeIfAbsent(mentor, _ -> new HashSet<>()).add(mentee);
            }
        }
        return byMentor;
    }

    int broken(int mentor, int mentee) {
        return profiles.broken(mentor, mentee, rules);
    }

    /// Whether levels, languages or working time alone rule a pair out, which is quickly seen.
    boolean barredByFacts(int mentor, int mentee) {
        return (profiles.brokenByFacts(mentor, mentee, rules) & required) != 0;
    }

    boolean allows(int mentor, int mentee) {
        return barredByFacts(mentor, mentee)
                ? isAmong(standing, mentor, mentee)
                : allows(mentor, mentee, broken(mentor, mentee));
    }

    boolean allows(int mentor, int mentee, int broken) {
        return isAmong(standing, mentor, mentee) || (broken & required) == 0 && !isAmong(forbidden, mentor, mentee);
    }

    void judge(int mentor, int mentee, int broken, Tally tally) {
        if (isAmong(standing, mentor, mentee)) {
            tally.keep(broken);
        } else if ((broken & required) == 0 && isAmong(forbidden, mentor, mentee)) {
            tally.forbid(broken);
        } else {
            tally.judge(broken, 1);
        }
    }

    boolean mayBePair(int mentor, int mentee) {
        return mentor != mentee
                && call.signUp(mentor).role().mayMentor()
                && call.signUp(mentee).role().mayBeMentored();
    }

    /// Mentees about whom the owner, or a pair in force, decided something together with a mentor.
    Set<Integer> decided(int mentor) {
        if (forbidden.isEmpty() && standing.isEmpty()) {
            return Set.of();
        }
        var decided = new HashSet<>(forbidden.getOrDefault(mentor, Set.of()));
        decided.addAll(standing.getOrDefault(mentor, Set.of()));
        return decided;
    }

    private static boolean isAmong(Map<Integer, Set<Integer>> pairs, int mentor, int mentee) {
        return !pairs.isEmpty() && pairs.getOrDefault(mentor, Set.of()).contains(mentee);
    }
}
