// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterpart.enrolment.Role;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.Instance;
import org.counterpart.matching.files.Outcome;
import org.counterpart.matching.files.Stable;
import org.counterpart.matching.files.Unsolved;
import org.counterpart.matching.solver.Goal;
import org.counterpart.matching.solver.Objective;
import org.counterpart.matching.solver.Progress;

/// Matches the people of a call: rules and benefit make candidates, the solver chooses among them, and everyone
/// left out gets a reason.
public final class Matching {
    private Matching() {}

    /// What matching came to.
    public sealed interface Answer {}

    /// The optimum. `pairs` are positions among the candidates and so among the edges of the certified instance.
    /// `quotas` says what became of each; it is empty where only one pair was asked about.
    public record Matched(
            Call call,
            Rules rules,
            List<Rule> notJudged,
            Candidates candidates,
            Certified certified,
            List<LeftOut> leftOut,
            List<QuotaPrice> quotas)
            implements Answer {
        /// How many pairs there could be at most, whatever was weighed: as many as the side with fewer places has,
        /// those aside who have no possible counterpart.
        long mostPairs() {
            var without = new HashSet<String>();
            for (var each : leftOut) {
                if (each.why() instanceof LeftOut.NoCounterpart) {
                    without.add(each.personId());
                }
            }
            long mentors = 0;
            long mentees = 0;
            long all = 0;
            for (int person = 0; person < call.size(); person++) {
                var signUp = call.signUp(person);
                int places = without.contains(signUp.personId()) ? 0 : signUp.capacity();
                mentors += signUp.role().mayMentor() ? places : 0;
                mentees += signUp.role().mayBeMentored() ? places : 0;
                all += places;
            }
            return Math.min(Math.min(mentors, mentees), all / 2);
        }

        /// Who is with whom.
        Set<PairKey> pairs() {
            var pairs = new HashSet<PairKey>();
            for (int pair : certified.edges()) {
                pairs.add(new PairKey(
                        call.person(candidates.mentor(pair)).id(),
                        call.person(candidates.mentee(pair)).id()));
            }
            return pairs;
        }

        /// The same with the best pairs where these are stable ones.
        Matched best() {
            return certified.stable() instanceof Stable stable
                    ? new Matched(
                            call,
                            rules,
                            notJudged,
                            candidates,
                            stable.best(),
                            Matching.leftOut(call, rules, candidates, stable.best()),
                            quotas)
                    : this;
        }
    }

    /// Locked pairs that cannot be made, each with why.
    public record LocksRefused(Map<PairKey, Why> locks) implements Answer {
        public enum Why {
            NOT_SIGNED_UP,
            BREAKS_A_RULE,
            FORBIDDEN_TOO,
            TOO_MANY_PAIRS,
            BOTH_ROLES
        }
    }

    /// The fewest things that cannot be had together: required quotas, required rules that could be weakened, and the
    /// locked pairs if `locks` is set.
    public record QuotasRefused(List<Quota> quotas, List<Rule> rules, boolean locks) implements Answer {
        public QuotasRefused {
            quotas = List.copyOf(quotas);
            rules = List.copyOf(rules);
        }
    }

    /// The quotas leave so much open that the search for a proven answer was given up.
    public record QuotasUndecided() implements Answer {}

    /// Why the pairs that must be made cannot be; empty where they can.
    static Optional<LocksRefused> refusals(Call call, Rules wanted, Wishes wishes) {
        var candidates = Candidates.among(call, judged(wanted, notJudged(call)), wishes);
        var locks = new Locks(call, candidates, wishes);
        return locks.refused().isEmpty() ? Optional.empty() : Optional.of(new LocksRefused(locks.refused()));
    }

    private static Rules judged(Rules wanted, List<Rule> notJudged) {
        var rules = wanted;
        for (var rule : notJudged) {
            rules = rules.with(rule, Strength.IGNORED);
        }
        return rules;
    }

    public static Answer match(Call call, Rules wanted, Wishes wishes, Progress progress) {
        return match(call, wanted, wishes, Priorities.STANDARD, progress);
    }

    public static Answer match(Call call, Rules wanted, Wishes wishes, Priorities priorities, Progress progress) {
        return match(call, wanted, wishes, priorities, progress, Candidates.MOST_JUDGED);
    }

    /// @param mostJudged how many possible pairs are all looked at
    static Answer match(
            Call call, Rules wanted, Wishes wishes, Priorities priorities, Progress progress, long mostJudged) {
        var notJudged = notJudged(call);
        var rules = judged(wanted, notJudged);
        var candidates = Candidates.among(call, rules, wishes, priorities.previous(), mostJudged);
        var locks = new Locks(call, candidates, wishes);
        if (!locks.refused().isEmpty()) {
            return new LocksRefused(locks.refused());
        }
        return switch (solved(call, rules, candidates, locks.edges(), priorities, progress)) {
            case Certified certified ->
                new Matched(
                        call,
                        rules,
                        notJudged,
                        candidates,
                        certified,
                        leftOut(call, rules, candidates, certified),
                        prices(rules.quotas(), certified));
            case Unsolved(var conflicting) when conflicting.isEmpty() -> new QuotasUndecided();
            case Unsolved(var conflicting) -> new Conflict(call, rules, wishes).among(conflicting);
        };
    }

    /// The best pairs, or the stable ones where these are asked for.
    private static Outcome solved(
            Call call, Rules rules, Candidates candidates, int[] pinned, Priorities priorities, Progress progress) {
        boolean stable = priorities.goals().contains(Goal.STABLE);
        var wanted = stable ? priorities.insteadOfStable() : priorities;
        var outcome = Certified.answer(instance(call, rules, candidates, pinned, wanted), progress);
        return stable && outcome instanceof Certified best ? Stability.instead(call, candidates, best) : outcome;
    }

    /// How far each quota is kept, and what it costs: the matching is solved without it.
    private static List<QuotaPrice> prices(List<Quota> quotas, Certified certified) {
        var instance = certified.instance();
        var prices = new ArrayList<QuotaPrice>();
        for (int i = 0; i < quotas.size(); i++) {
            var aim = instance.aims().quotas().get(i);
            var others = new ArrayList<>(instance.aims().quotas());
            others.remove(i);
            var edges = certified.edges();
            long counted = aim.counted(instance.edges(), edges);
            long of = quotas.get(i).kind().share() ? edges.length : aim.least();
            boolean met = quotas.get(i).kind().share()
                    ? 100 * counted >= (long) aim.least() * edges.length
                    : counted >= aim.least();
            if (Certified.answer(instance.with(instance.aims().keeping(others)), Progress.SILENT)
                    instanceof Certified without) {
                prices.add(new QuotaPrice(quotas.get(i), counted, of, met, without.objective()));
            }
        }
        return List.copyOf(prices);
    }

    /// What the best answer to other goals would reach among the same candidates, with the same pairs locked.
    static Optional<Objective> reachedBy(Matched matched, Priorities priorities) {
        if (priorities.goals().contains(Goal.STABLE)) {
            var stable = Stability.of(matched);
            return Optional.of(new Objective(stable.pairs(), stable.worst(), stable.total()));
        }
        var instance = matched.certified().instance();
        var aims = priorities
                .aims(matched.call().positions(), instance.edges())
                .keeping(instance.aims().quotas());
        return Certified.answer(instance.with(aims), Progress.SILENT) instanceof Certified certified
                ? Optional.of(certified.objective())
                : Optional.empty();
    }

    /// The same people, rules and goals with one pair locked or forbidden as well, and otherwise as few changes as
    /// possible; empty where other locks stand against it. Nobody is weighed again, and the search begins where the
    /// one before ended, so that only the difference is solved.
    static Optional<Outcome> again(Matched before, Wishes wishes, PairKey pair, PairWish.Kind kind) {
        var fixed = new HashSet<>(wishes.fixed());
        if (kind == PairWish.Kind.FORBIDDEN && fixed.contains(pair)) {
            return Optional.empty();
        }
        if (kind == PairWish.Kind.LOCKED) {
            fixed.add(pair);
        }
        var locks = new Locks(before.call(), before.candidates(), new Wishes(fixed, Set.of(), Set.of()));
        if (!locks.refused().isEmpty()) {
            return Optional.empty();
        }
        int gone = kind == PairWish.Kind.LOCKED
                ? -1
                : before.candidates().position(pair).orElse(-1);
        var certified = before.best().certified();
        return Optional.of(Certified.answer(
                certified.instance().again(locks.edges(), gone, certified.edges()),
                certified.start(),
                Progress.SILENT));
    }

    /// Rules whose fact nobody gave: they would remove every pair and say nothing about anyone.
    private static List<Rule> notJudged(Call call) {
        var unknown = new ArrayList<>(
                List.of(Rule.LEVEL_GAP, Rule.DIFFERENT_DEPARTMENT, Rule.SHARED_LANGUAGE, Rule.WORKING_HOURS));
        for (int i = 0; i < call.size(); i++) {
            var person = call.person(i);
            unknown.removeIf(rule -> switch (rule) {
                case LEVEL_GAP -> person.level() != null;
                case DIFFERENT_DEPARTMENT -> person.department() != null;
                case SHARED_LANGUAGE -> !person.languages().isEmpty();
                case WORKING_HOURS -> person.timezone() != null;
                case REPORTING_LINE, DO_NOT_MATCH -> true;
            });
        }
        return List.copyOf(unknown);
    }

    static Instance instance(Call call, Rules rules, Candidates candidates, int[] pinned, Priorities priorities) {
        var ids = new String[call.size()];
        var capacity = new int[call.size()];
        for (int i = 0; i < call.size(); i++) {
            ids[i] = call.person(i).id();
            capacity[i] = call.signUp(i).capacity();
        }
        var edges = candidates.edges();
        var aims = priorities
                .aims(call.positions(), edges)
                .keeping(rules.quotas().stream().map(quota -> quota.aim(call)).toList());
        long unweighed = candidates.shortlisted() ? candidates.allowed() - candidates.size() : 0;
        return new Instance(ids, capacity, edges, 0, pinned, aims, unweighed);
    }

    static List<LeftOut> leftOut(Call call, Rules rules, Candidates candidates, Certified certified) {
        var paired = new BitSet(call.size());
        for (int pair : certified.edges()) {
            paired.set(candidates.mentor(pair));
            paired.set(candidates.mentee(pair));
        }
        if (paired.cardinality() == call.size()) {
            return List.of();
        }
        var scarcity = new Scarcity(call, candidates, certified.edges());
        var leftOut = new ArrayList<LeftOut>();
        for (int person = 0; person < call.size(); person++) {
            if (!paired.get(person)) {
                Role role = call.signUp(person).role();
                var why = scarcity.reason(person);
                leftOut.add(
                        new LeftOut(call.person(person).id(), role, why(why, rules, candidates, person, certified)));
            }
        }
        return leftOut;
    }

    private static LeftOut.Why why(
            LeftOut.Why why, Rules rules, Candidates candidates, int person, Certified certified) {
        if (why instanceof LeftOut.NoCounterpart) {
            return why;
        }
        if (certified.stable() != null) {
            return new LeftOut.OthersGainMore(candidates.prospects(person).remaining());
        }
        // Somebody within reach has a place left, so that only a quota can stand in the way.
        boolean held = why instanceof LeftOut.WouldCostOthers
                && rules.quotas().stream().anyMatch(Quota::required);
        return held ? new LeftOut.HeldByQuotas() : why;
    }

    /// The locked pairs as edges, those left out that cannot be made.
    static int[] locked(Call call, Candidates candidates, Wishes wishes) {
        return new Locks(call, candidates, wishes).edges();
    }

    /// The owner's locked pairs as edges, or why they cannot be made.
    private static final class Locks {
        private final Map<PairKey, LocksRefused.Why> refused = new HashMap<>();
        private final List<Integer> edges = new ArrayList<>();

        Locks(Call call, Candidates candidates, Wishes wishes) {
            if (wishes.fixed().isEmpty()) {
                return;
            }
            var positions = call.positions();
            var left = new HashMap<String, Integer>();
            var role = new HashMap<String, Role>();
            for (var lock : wishes.fixed().stream()
                    .sorted(java.util.Comparator.comparing(PairKey::toString))
                    .toList()) {
                var edge = candidates.position(lock).orElse(null);
                if (!positions.containsKey(lock.mentor()) || !positions.containsKey(lock.mentee())) {
                    refused.put(lock, LocksRefused.Why.NOT_SIGNED_UP);
                } else if (wishes.forbidden().contains(lock)
                        && !wishes.standing().contains(lock)) {
                    refused.put(lock, LocksRefused.Why.FORBIDDEN_TOO);
                } else if (edge == null) {
                    refused.put(lock, LocksRefused.Why.BREAKS_A_RULE);
                } else if (role.merge(lock.mentor(), Role.MENTOR, (old, now) -> old == now ? old : Role.EITHER)
                                != Role.MENTOR
                        || role.merge(lock.mentee(), Role.MENTEE, (old, now) -> old == now ? old : Role.EITHER)
                                != Role.MENTEE) {
                    refused.put(lock, LocksRefused.Why.BOTH_ROLES);
                } else if (!take(call, positions, left, lock.mentor()) || !take(call, positions, left, lock.mentee())) {
                    refused.put(lock, LocksRefused.Why.TOO_MANY_PAIRS);
                } else {
                    edges.add(edge);
                }
            }
        }

        private static boolean take(
                Call call, Map<String, Integer> positions, Map<String, Integer> left, String person) {
            int position = positions.getOrDefault(person, -1);
            int remaining = left.getOrDefault(person, call.signUp(position).capacity());
            left.put(person, remaining - 1);
            return remaining > 0;
        }

        Map<PairKey, LocksRefused.Why> refused() {
            return Map.copyOf(refused);
        }

        int[] edges() {
            return edges.stream().mapToInt(Integer::intValue).sorted().toArray();
        }
    }
}
