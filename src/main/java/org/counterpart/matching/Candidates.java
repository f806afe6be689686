// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Edges;
import org.jspecify.annotations.Nullable;

/// The pairs to choose from, mentor by mentor, and what each is worth: every pair that the rules allow, or, where more
/// than [#MOST_JUDGED] are possible, those of the [Shortlist]. Six bytes a pair. The counts are always of all possible
/// pairs.
public final class Candidates {
    /// Ten thousand on either side.
    public static final long MOST_JUDGED = 100_000_000;

    private final Call call;
    private final Rules rules;
    private final Wishes wishes;
    private final Judging judging;
    private final boolean shortlisted;
    private final int[] start;
    private final int[] mentees;
    private final byte[] toMentor;
    private final byte[] toMentee;
    private @Nullable Bands bands;
    private @Nullable Tally tally;

    private Candidates(
            Judging judging, Wishes wishes, boolean shortlisted, int[] start, int[] mentees, @Nullable Bands bands) {
        this.call = judging.call;
        this.rules = judging.rules;
        this.wishes = wishes;
        this.judging = judging;
        this.shortlisted = shortlisted;
        this.start = start;
        this.mentees = mentees;
        this.toMentor = new byte[mentees.length];
        this.toMentee = new byte[mentees.length];
        this.bands = bands;
    }

    public static Candidates among(Call call, Rules rules, Wishes wishes) {
        return among(call, rules, wishes, Set.of(), MOST_JUDGED);
    }

    /// @param wanted pairs that are candidates wherever the rules allow them
    /// @param mostJudged how many possible pairs are all looked at
    static Candidates among(Call call, Rules rules, Wishes wishes, Set<PairKey> wanted, long mostJudged) {
        var judging = new Judging(call, rules, wishes);
        if (possible(call) <= mostJudged) {
            return all(judging, wishes);
        }
        var bands = new Bands(judging);
        var asked = new HashSet<>(wanted);
        asked.addAll(wishes.fixed());
        return listed(judging, wishes, bands, new Shortlist(judging, new Weighing(call, rules), bands).pairs(asked));
    }

    private static Candidates all(Judging judging, Wishes wishes) {
        int people = judging.call.size();
        var start = new int[people + 1];
        IntStream.range(0, people)
                .parallel()
                .forEach(mentor -> start[mentor + 1] =
                        Math.toIntExact(allowed(judging, mentor).count()));
        Arrays.parallelPrefix(start, Integer::sum);
        var candidates = new Candidates(judging, wishes, false, start, new int[start[people]], null);
        IntStream.range(0, people).parallel().forEach(mentor -> {
            var mentees = allowed(judging, mentor).toArray();
            System.arraycopy(mentees, 0, candidates.mentees, start[mentor], mentees.length);
        });
        return candidates.weighed();
    }

    private static IntStream allowed(Judging judging, int mentor) {
        return IntStream.range(0, judging.call.signUp(mentor).role().mayMentor() ? judging.call.size() : 0)
                .filter(mentee -> judging.mayBePair(mentor, mentee) && judging.allows(mentor, mentee));
    }

    private static Candidates listed(Judging judging, Wishes wishes, Bands bands, long[] pairs) {
        var start = new int[judging.call.size() + 1];
        var mentees = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            start[(int) (pairs[i] >>> 32) + 1]++;
            mentees[i] = (int) pairs[i];
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return new Candidates(judging, wishes, true, start, mentees, bands).weighed();
    }

    private Candidates weighed() {
        var weighing = new Weighing(call, rules);
        IntStream.range(0, call.size()).parallel().forEach(mentor -> {
            for (int pair = start[mentor]; pair < start[mentor + 1]; pair++) {
                var benefit = weighing.weigh(mentor, mentees[pair], judging.broken(mentor, mentees[pair]));
                toMentor[pair] = (byte) benefit.toMentor();
                toMentee[pair] = (byte) benefit.toMentee();
            }
        });
        return this;
    }

    private static long possible(Call call) {
        long mentors = 0;
        long mentees = 0;
        long both = 0;
        for (int person = 0; person < call.size(); person++) {
            var role = call.signUp(person).role();
            mentors += role.mayMentor() ? 1 : 0;
            mentees += role.mayBeMentored() ? 1 : 0;
            both += role.mayMentor() && role.mayBeMentored() ? 1 : 0;
        }
        return mentors * mentees - both;
    }

    public int size() {
        return mentees.length;
    }

    /// Found by halving; whoever goes through all pairs goes mentor by mentor instead.
    public int mentor(int pair) {
        int low = 0;
        int high = start.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (start[middle] <= pair) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
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

    /// Where the pairs of a mentor begin.
    int from(int mentor) {
        return start[mentor];
    }

    /// Whether only some of the pairs that the rules allow are candidates.
    public boolean shortlisted() {
        return shortlisted;
    }

    /// Pairs of a possible mentor and another person who is a possible mentee, before any rule.
    public long possible() {
        return possible(call);
    }

    /// Pairs that the required rules and the owner's bans leave, candidates or not.
    public long allowed() {
        return tally().remaining();
    }

    /// For each rule, required or not, how many of the possible pairs break it.
    public Map<Rule, Long> broken() {
        return tally().broken();
    }

    /// For each required rule, how many pairs would become possible if it alone were dropped.
    public Map<Rule, Long> brokenAlone() {
        return tally().brokenAlone();
    }

    /// The candidates as the solver takes them, at the same positions.
    Edges edges() {
        var benefit = new int[size()];
        Arrays.parallelSetAll(benefit, this::benefit);
        return Edges.of(start, mentees, Amounts.of(benefit));
    }

    /// The two people of a candidate.
    PairKey pair(int candidate) {
        return new PairKey(
                call.person(mentor(candidate)).id(),
                call.person(mentees[candidate]).id());
    }

    /// Where a pair stands among the candidates.
    Optional<Integer> position(PairKey pair) {
        var mentor = call.positions().get(pair.mentor());
        var mentee = call.positions().get(pair.mentee());
        if (mentor == null || mentee == null) {
            return Optional.empty();
        }
        int found = Arrays.binarySearch(mentees, start[mentor], start[mentor + 1], mentee);
        return found < 0 ? Optional.empty() : Optional.of(found);
    }

    /// The rules that stand against a pair, by what the rules of this call require.
    List<Rule> against(int mentor, int mentee) {
        int required = judging.broken(mentor, mentee) & rules.requiredBits();
        return Arrays.stream(Rule.values())
                .filter(rule -> (required & rule.bit()) != 0)
                .toList();
    }

    /// What became of the pairs that one person might have been part of.
    public Prospects prospects(int person) {
        return bands().of(person).prospects();
    }

    private Bands bands() {
        var known = bands;
        if (known == null) {
            known = new Bands(judging);
            bands = known;
        }
        return known;
    }

    private Tally tally() {
        var known = tally;
        if (known == null) {
            known = bands().all();
            tally = known;
        }
        return known;
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
