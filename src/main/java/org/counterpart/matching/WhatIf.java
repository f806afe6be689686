// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.matching.Gathering.Gathered;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.Unsolved;
import org.counterpart.matching.solver.Objective;
import org.springframework.stereotype.Component;

/// Tells what locking or forbidding one pair would cost before it is decided: the matching is solved with and without
/// it, the second time from where the first ended and with as few changes as possible, so the difference is exact.
@Component
public class WhatIf {
    private final Gathering gathering;
    private final LatestMatching latest;

    WhatIf(Gathering gathering, LatestMatching latest) {
        this.gathering = gathering;
        this.latest = latest;
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
        var asked = withoutWishFor(pair, gathered);
        var known = latest.of(gathered, asked);
        var call = known.call();
        var mentor = call.positions().get(pair.mentor());
        var mentee = call.positions().get(pair.mentee());
        if (mentor == null
                || mentee == null
                || !call.signUp(mentor).role().mayMentor()
                || !call.signUp(mentee).role().mayBeMentored()
                || mentor.equals(mentee)) {
            return new NotSignedUp();
        }
        if (!(known.best() instanceof Matched now)) {
            return new LocksInTheWay();
        }
        if (kind == PairWish.Kind.LOCKED && now.candidates().position(pair).isEmpty()) {
            return new Barred(now.candidates().against(mentor, mentee).stream()
                    .filter(rule -> rule != Rule.DO_NOT_MATCH && rule != Rule.REPORTING_LINE)
                    .toList());
        }
        return Matching.again(now, asked, pair, kind)
                .<Answer>map(outcome -> switch (outcome) {
                    case Certified then -> compared(now.best().certified(), then);
                    case Unsolved _ -> new QuotasInTheWay();
                })
                .orElseGet(LocksInTheWay::new);
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

    private static Compared compared(Certified now, Certified then) {
        var before = pairs(now);
        var after = pairs(then);
        return new Compared(
                now.objective(),
                then.objective(),
                without(before, after),
                without(after, before),
                without(served(before), served(after)),
                without(served(after), served(before)));
    }

    private static Set<PairKey> pairs(Certified certified) {
        var instance = certified.instance();
        var pairs = new LinkedHashSet<PairKey>();
        for (int edge : certified.edges()) {
            pairs.add(new PairKey(instance.mentorId(edge), instance.menteeId(edge)));
        }
        return pairs;
    }

    private static Set<String> served(Set<PairKey> pairs) {
        var people = new LinkedHashSet<String>();
        pairs.forEach(pair -> people.addAll(List.of(pair.mentor(), pair.mentee())));
        return people;
    }

    private static <T> List<T> without(Set<T> some, Set<T> others) {
        var rest = new ArrayList<>(some);
        rest.removeAll(others);
        return rest;
    }
}
