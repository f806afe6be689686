// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Edges;

/// Instances of the kinds on which assignment engines are compared in print, from a seed: nothing like an employer,
/// and harder for an auction. Costs are benefits with the sign turned.
///
/// OR-Library's `assign` (Beasley 1990, doi 10.1057/jors.1990.166): uniform 1 … 100. The DIMACS challenge's families
/// (Johnson & McGeoch 1993): high and low costs, a fixed cost of either end, points in a square, dense and sparse.
/// Machol & Wien 1976 (doi 10.1287/opre.24.1.190): i · j, where every search is as long as it can be.
final class Families {
    static final List<String> DENSE = List.of(
            "uniform-100",
            "uniform-million",
            "wide",
            "geometric",
            "machol-wien",
            "fixed",
            "high-low",
            "ties",
            "thirds");
    static final List<String> SPARSE =
            List.of("sparse-100", "sparse-million", "sparse-ties", "sparse-thirds", "scarce", "near", "band", "places");

    private static final int EACH = 50;

    private final SplittableRandom random;
    private final int mentors;
    private final int mentees;

    private Families(int mentors, int mentees, long seed) {
        this.mentors = mentors;
        this.mentees = mentees;
        this.random = new SplittableRandom(seed);
    }

    static Instance of(String family, int side, long seed) {
        var square = new Families(side, side, seed);
        var thirds = new Families(side, 3 * side, seed);
        return switch (family) {
            case "uniform-100" -> square.dense((_, _) -> -square.upTo(100));
            case "uniform-million" -> square.dense((_, _) -> -square.upTo(1_000_000));
            case "wide" -> square.dense((_, _) -> -square.upTo(1_000_000_000));
            case "geometric" -> square.dense(square.distances());
            case "machol-wien" -> square.dense((mentor, mentee) -> -(mentor + 1L) * (mentee + 1));
            case "fixed" -> square.dense(square.ends());
            case "high-low" -> square.dense((_, _) -> -(square.upTo(2) == 1 ? square.upTo(100) : 100_000_000));
            case "ties" -> square.dense((_, _) -> square.upTo(2) - 1);
            case "thirds" -> thirds.dense((_, _) -> -thirds.upTo(1_000));
            case "sparse-100" -> square.sparse(EACH, square::anybody, (_, _) -> -square.upTo(100));
            case "sparse-million" -> square.sparse(EACH, square::anybody, (_, _) -> -square.upTo(1_000_000));
            case "sparse-ties" -> square.sparse(EACH, square::anybody, (_, _) -> square.upTo(2) - 1);
            case "sparse-thirds" -> thirds.sparse(EACH, thirds::anybody, (_, _) -> -thirds.upTo(1_000));
            case "scarce" -> square.sparse(3, square::anybody, (_, _) -> square.upTo(1_000));
            case "near" -> square.sparse(EACH, square::neighbour, square.distances());
            case "band" -> square.sparse(4, square::neighbour, (_, _) -> square.upTo(1_000));
            case "places" -> square.withPlaces(square.sparse(EACH, square::anybody, (_, _) -> square.upTo(1_000)));
            default -> throw new IllegalArgumentException("No family is called %s.".formatted(family));
        };
    }

    private interface Benefit {
        long of(int mentor, int mentee);
    }

    private Instance dense(Benefit benefit) {
        var start = new int[mentors + mentees + 1];
        var mentee = new int[mentors * mentees];
        var amount = new long[mentee.length];
        for (int mentor = 0; mentor < mentors; mentor++) {
            start[mentor] = mentor * mentees;
            for (int other = 0; other < mentees; other++) {
                mentee[start[mentor] + other] = mentors + other;
                amount[start[mentor] + other] = benefit.of(mentor, other);
            }
        }
        Arrays.fill(start, mentors, start.length, mentee.length);
        return Instance.of(mentors, Edges.of(start, mentee, Amounts.of(amount)));
    }

    /// So many draws for each mentor, and the mentee of the same number where there are as many as mentors, so that
    /// everybody can be paired unless there are very few draws.
    private Instance sparse(int each, IntUnaryOperator draw, Benefit benefit) {
        var start = new int[mentors + mentees + 1];
        var mentee = new int[mentors * (each + 1)];
        var amount = new long[mentee.length];
        int at = 0;
        for (int mentor = 0; mentor < mentors; mentor++) {
            var drawn = new int[each + 1];
            for (int i = 0; i < each; i++) {
                drawn[i] = draw.applyAsInt(mentor);
            }
            drawn[each] = each > 3 ? mentor : drawn[0];
            Arrays.sort(drawn);
            start[mentor] = at;
            for (int i = 0; i <= each; i++) {
                if (i == 0 || drawn[i] != drawn[i - 1]) {
                    mentee[at] = mentors + drawn[i];
                    amount[at++] = benefit.of(mentor, drawn[i]);
                }
            }
        }
        Arrays.fill(start, mentors, start.length, at);
        return Instance.of(mentors, Edges.of(start, Arrays.copyOf(mentee, at), Amounts.of(Arrays.copyOf(amount, at))));
    }

    /// One to three places for everybody.
    private Instance withPlaces(Instance single) {
        var capacity = single.capacity().clone();
        for (int person = 0; person < capacity.length; person++) {
            capacity[person] = upTo(3);
        }
        return new Instance(single.mentors(), capacity, single.edges());
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private int anybody(int mentor) {
        return random.nextInt(mentees);
    }

    private int neighbour(int mentor) {
        return Math.clamp(mentor + random.nextInt(EACH) - EACH / 2, 0, mentees - 1);
    }

    /// Points on a square of a million a side.
    private Benefit distances() {
        var x = random.ints(mentors + mentees, 0, 1_000_000).toArray();
        var y = random.ints(mentors + mentees, 0, 1_000_000).toArray();
        return (mentor, mentee) ->
                -Math.round(Math.hypot(x[mentor] - x[mentors + mentee], y[mentor] - y[mentors + mentee]));
    }

    /// Each end has its cost, and a little chance comes to it.
    private Benefit ends() {
        var cost = random.ints(mentors + mentees, 1, 100_000).toArray();
        return (mentor, mentee) -> -cost[mentor] - cost[mentors + mentee] - upTo(10);
    }
}
