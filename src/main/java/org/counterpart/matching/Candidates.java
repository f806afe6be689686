// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Edges;

/// Every pair that the rules allow, and a count of those that each rule removes. Kept in flat arrays: a thousand on
/// either side make a million pairs.
public final class Candidates {
    private final Call call;
    private final Rules rules;
    private final Weighing weighing;
    private final Wishes wishes;
    private final long[] removed = new long[Rule.values().length];
    private final long[] removedAlone = new long[Rule.values().length];
    private final int[][] blocked;
    private long possible;
    private int size;
    private int[] mentors = new int[1024];
    private int[] mentees = new int[1024];
    private int[] toMentor = new int[1024];
    private int[] toMentee = new int[1024];

    private Candidates(Call call, Rules rules, Wishes wishes) {
        this.call = call;
        this.rules = rules;
        this.weighing = new Weighing(call, rules);
        this.wishes = wishes;
        this.blocked = new int[call.size()][Rule.values().length + 2];
    }

    public static Candidates among(Call call, Rules rules, Wishes wishes) {
        var candidates = new Candidates(call, rules, wishes);
        candidates.collect();
        return candidates;
    }

    public int size() {
        return size;
    }

    public int mentor(int pair) {
        return mentors[pair];
    }

    public int mentee(int pair) {
        return mentees[pair];
    }

    public int toMentor(int pair) {
        return toMentor[pair];
    }

    public int toMentee(int pair) {
        return toMentee[pair];
    }

    public int benefit(int pair) {
        return toMentor[pair] + toMentee[pair];
    }

    /// Pairs of a possible mentor and another person who is a possible mentee, before any rule.
    public long possible() {
        return possible;
    }

    /// For each rule, required or not, how many of the possible pairs break it.
    public Map<Rule, Long> broken() {
        return counts(removed);
    }

    /// For each required rule, how many pairs would become possible if it alone were dropped.
    public Map<Rule, Long> brokenAlone() {
        return counts(removedAlone);
    }

    /// The candidates as the solver takes them, at the same positions.
    Edges edges() {
        var benefit = new int[size];
        Arrays.setAll(benefit, this::benefit);
        return Edges.of(call.size(), Arrays.copyOf(mentors, size), Arrays.copyOf(mentees, size), Amounts.of(benefit));
    }

    /// The two people of a candidate.
    PairKey pair(int candidate) {
        return new PairKey(
                call.person(mentors[candidate]).id(),
                call.person(mentees[candidate]).id());
    }

    /// Where a pair stands among the candidates.
    Optional<Integer> position(PairKey pair) {
        var mentor = call.positions().get(pair.mentor());
        var mentee = call.positions().get(pair.mentee());
        if (mentor == null || mentee == null) {
            return Optional.empty();
        }
        for (int candidate = firstOf(mentor); candidate < size && mentors[candidate] == mentor; candidate++) {
            if (mentees[candidate] == mentee) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /// All but one of the candidates.
    Candidates without(int candidate) {
        var fewer = new Candidates(call, rules, wishes);
        for (int other = 0; other < size; other++) {
            if (other != candidate) {
                fewer.add(mentors[other], mentees[other], toMentor[other], toMentee[other]);
            }
        }
        System.arraycopy(removed, 0, fewer.removed, 0, removed.length);
        System.arraycopy(removedAlone, 0, fewer.removedAlone, 0, removedAlone.length);
        for (int person = 0; person < blocked.length; person++) {
            fewer.blocked[person] = blocked[person].clone();
        }
        for (int person : new int[] {mentors[candidate], mentees[candidate]}) {
            fewer.blocked[person][Rule.values().length]++;
            fewer.blocked[person][Rule.values().length + 1]--;
        }
        fewer.possible = possible;
        return fewer;
    }

    /// The rules that stand against a pair, by what the rules of this call require.
    List<Rule> against(int mentor, int mentee) {
        int required = Facts.brokenRules(call, mentor, mentee, rules) & rules.requiredBits();
        return Arrays.stream(Rule.values())
                .filter(rule -> (required & rule.bit()) != 0)
                .toList();
    }

    private int firstOf(int mentor) {
        int at = Arrays.binarySearch(mentors, 0, size, mentor);
        while (at > 0 && mentors[at - 1] == mentor) {
            at--;
        }
        return at < 0 ? size : at;
    }

    /// What became of the pairs that one person might have been part of.
    public Prospects prospects(int person) {
        var byRule = new EnumMap<Rule, Integer>(Rule.class);
        for (var rule : Rule.values()) {
            if (blocked[person][rule.ordinal()] > 0) {
                byRule.put(rule, blocked[person][rule.ordinal()]);
            }
        }
        int rules = Rule.values().length;
        return new Prospects(blocked[person][rules + 1], byRule, blocked[person][rules]);
    }

    private void collect() {
        for (int mentor = 0; mentor < call.size(); mentor++) {
            if (call.signUp(mentor).role().mayMentor()) {
                for (int mentee = 0; mentee < call.size(); mentee++) {
                    if (mentor != mentee && call.signUp(mentee).role().mayBeMentored()) {
                        consider(mentor, mentee);
                    }
                }
            }
        }
    }

    private void consider(int mentor, int mentee) {
        possible++;
        int broken = Facts.brokenRules(call, mentor, mentee, rules);
        int required = broken & rules.requiredBits();
        for (int bits = broken; bits != 0; bits &= bits - 1) {
            removed[Integer.numberOfTrailingZeros(bits)]++;
        }
        if (Integer.bitCount(required) == 1) {
            removedAlone[Integer.numberOfTrailingZeros(required)]++;
        }
        boolean standing = isAmong(wishes.standing(), mentor, mentee);
        if (required != 0 && !standing) {
            note(mentor, mentee, Integer.numberOfTrailingZeros(required));
        } else if (!standing && isAmong(wishes.forbidden(), mentor, mentee)) {
            note(mentor, mentee, Rule.values().length);
        } else {
            note(mentor, mentee, Rule.values().length + 1);
            var benefit = weighing.weigh(mentor, mentee, broken);
            add(mentor, mentee, benefit.toMentor(), benefit.toMentee());
        }
    }

    private void note(int mentor, int mentee, int fate) {
        blocked[mentor][fate]++;
        blocked[mentee][fate]++;
    }

    private boolean isAmong(Set<PairKey> pairs, int mentor, int mentee) {
        return !pairs.isEmpty()
                && pairs.contains(new PairKey(
                        call.person(mentor).id(), call.person(mentee).id()));
    }

    private void add(int mentor, int mentee, int mentorsBenefit, int menteesBenefit) {
        if (size == mentors.length) {
            int more = size + (size >> 1);
            mentors = Arrays.copyOf(mentors, more);
            mentees = Arrays.copyOf(mentees, more);
            toMentor = Arrays.copyOf(toMentor, more);
            toMentee = Arrays.copyOf(toMentee, more);
        }
        mentors[size] = mentor;
        mentees[size] = mentee;
        toMentor[size] = mentorsBenefit;
        toMentee[size] = menteesBenefit;
        size++;
    }

    private static Map<Rule, Long> counts(long[] byRule) {
        var counts = new EnumMap<Rule, Long>(Rule.class);
        for (var rule : Rule.values()) {
            counts.put(rule, byRule[rule.ordinal()]);
        }
        return counts;
    }

    /// A person's possible counterparts: how many remain, how many each rule removed (each pair put down to the
    /// first rule it breaks, so that the numbers add up), and how many the owner forbade.
    public record Prospects(int remaining, Map<Rule, Integer> removedBy, int forbidden) {
        public Prospects {
            removedBy = Map.copyOf(removedBy);
        }

        public int possible() {
            return remaining
                    + forbidden
                    + removedBy.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
