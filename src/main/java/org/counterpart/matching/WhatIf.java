// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.matching.Gathering.Gathered;
import org.counterpart.matching.Matching.LocksRefused;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.Matching.QuotasRefused;
import org.counterpart.matching.Matching.QuotasUndecided;
import org.counterpart.matching.solver.Objective;
import org.counterpart.matching.solver.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what locking or forbidding one pair would cost before it is decided: the matching is solved with and
/// without it, the second time with as few changes as possible, so the difference is exact.
@Component
public class WhatIf {
    private final Gathering gathering;

    /// The last question's answer to what is best now: the next question is mostly about the same people.
    private volatile @Nullable SoftReference<Known> known;

    WhatIf(Gathering gathering) {
        this.gathering = gathering;
    }

    /// What a question came to.
    public sealed interface Answer {}

    /// The best that can be had now and then, the pairs that would end and begin, and who would be left out or no
    /// longer be.
    public record Compared(
            Objective now,
            Objective then,
            List<PairKey> ending,
            List<PairKey> beginning,
            List<String> leftOut,
            List<String> served)
            implements Answer {
        public Compared {
            ending = List.copyOf(ending);
            beginning = List.copyOf(beginning);
            leftOut = List.copyOf(leftOut);
            served = List.copyOf(served);
        }

        public boolean changesNothing() {
            return ending.isEmpty() && beginning.isEmpty();
        }
    }

    /// The pair cannot be made. `rules` are those that stand against it and that anybody may know. What somebody
    /// asked for privately is never among them, nor are lines of management, so that neither gives the other away.
    public record Barred(List<Rule> rules) implements Answer {
        public Barred {
            rules = List.copyOf(rules);
        }
    }

    /// Other locks stand against it, or against each other.
    public record LocksInTheWay() implements Answer {}

    /// No pairs with this one keep the required quotas.
    public record QuotasInTheWay() implements Answer {}

    /// One of the two did not sign up for that role.
    public record NotSignedUp() implements Answer {}

    public Answer of(UUID programmeId, PairKey pair, PairWish.Kind kind) {
        var gathered = gathering.gather(programmeId);
        var call = gathered.call();
        var mentor = call.positions().get(pair.mentor());
        var mentee = call.positions().get(pair.mentee());
        if (mentor == null
                || mentee == null
                || !call.signUp(mentor).role().mayMentor()
                || !call.signUp(mentee).role().mayBeMentored()
                || mentor.equals(mentee)) {
            return new NotSignedUp();
        }
        var asked = withoutWishFor(pair, gathered);
        if (!(best(gathered, call, asked) instanceof Matched now)) {
            return new LocksInTheWay();
        }
        if (kind == PairWish.Kind.LOCKED && now.candidates().position(pair).isEmpty()) {
            return new Barred(now.candidates().against(mentor, mentee).stream()
                    .filter(rule -> rule != Rule.DO_NOT_MATCH && rule != Rule.REPORTING_LINE)
                    .toList());
        }
        return switch (Matching.again(now, asked, pair, kind, gathered.priorities())) {
            case Matched then -> compared(now, then);
            case LocksRefused _ -> new LocksInTheWay();
            case QuotasRefused _, QuotasUndecided _ -> new QuotasInTheWay();
        };
    }

    private Matching.Answer best(Gathered gathered, Call call, Wishes asked) {
        var kept = known;
        var before = kept == null ? null : kept.get();
        if (before != null && before.isAbout(gathered, asked)) {
            return before.best();
        }
        var best = Matching.match(call, gathered.rules(), asked, gathered.priorities(), Progress.SILENT);
        known = new SoftReference<>(new Known(gathered, asked, best));
        return best;
    }

    private record Known(Gathered gathered, Wishes asked, Matching.Answer best) {
        boolean isAbout(Gathered others, Wishes wishes) {
            return asked.equals(wishes)
                    && gathered.seed().equals(others.seed())
                    && gathered.rules().equals(others.rules())
                    && gathered.signUps().equals(others.signUps())
                    && gathered.people().equals(others.people());
        }
    }

    /// What was decided about the pair before gives way to the question.
    private static Wishes withoutWishFor(PairKey pair, Gathered gathered) {
        var locked = new HashSet<>(gathered.wishes().locked());
        locked.remove(pair);
        var forbidden = new HashSet<>(gathered.wishes().forbidden());
        forbidden.remove(pair);
        forbidden.addAll(gathered.released());
        return new Wishes(locked, forbidden, gathered.wishes().standing());
    }

    private static Compared compared(Matched now, Matched then) {
        var before = pairs(now);
        var after = pairs(then);
        return new Compared(
                now.certified().objective(),
                then.certified().objective(),
                without(before, after),
                without(after, before),
                without(leftOut(then), leftOut(now)),
                without(leftOut(now), leftOut(then)));
    }

    private static Set<PairKey> pairs(Matched matched) {
        var pairs = new java.util.LinkedHashSet<PairKey>();
        for (int edge : matched.certified().edges()) {
            pairs.add(matched.candidates().pair(edge));
        }
        return pairs;
    }

    private static Set<String> leftOut(Matched matched) {
        var people = new java.util.LinkedHashSet<String>();
        matched.leftOut().forEach(each -> people.add(each.personId()));
        return people;
    }

    private static <T> List<T> without(Set<T> some, Set<T> others) {
        var rest = new ArrayList<>(some);
        rest.removeAll(others);
        return rest;
    }
}
