// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The greatest total worth of pairs that keep quotas. With quotas a matching problem is hard in general (J. Berger et
/// al. 2011, doi 10.1007/s10107-009-0307-4), but what makes it so is one number a quota: a multiplier, in worth for
/// each unit of the quota, that makes keeping it worth while by itself (J. Everett 1963). [Tuning] finds the best
/// multipliers and a bound; what the bound leaves open is split by the role of somebody torn between two, or by
/// whether one edge is made, until every part is closed. The market is asked only so often, less the more edges there
/// are; parts that are left then are closed by the bound of the part that they came from, up to a margin.
final class Constrained {
    /// No number of pairs is asked for: each counts one.
    static final int ANY = -1;

    private static final int MOST_ASKED = 20_000;
    private static final int LEAST_ASKED = 30;
    private static final long MOST_EDGES = 10_000_000;

    final Problem problem;
    final List<Quota> quotas;
    final int pairs;
    final long floor;
    final Amounts worth;
    private final Roles open;
    private final Progress progress;
    private final List<Case> cases = new ArrayList<>();
    private int[] chosen = {};
    private long best;
    private int left;
    private long proved;

    /// @param pairs exactly so many, or [#ANY]
    /// @param worth by edge; 1 where any number of pairs may be made
    Constrained(
            Problem problem, Roles open, List<Quota> quotas, int pairs, long floor, Amounts worth, Progress progress) {
        this.problem = problem;
        this.open = open;
        this.quotas = quotas;
        this.pairs = pairs;
        this.floor = floor;
        this.worth = worth;
        this.progress = progress;
        this.best = pairs == ANY ? -1 : Long.MIN_VALUE;
        this.proved = best;
        this.left = (int) Math.clamp(MOST_EDGES / Math.max(1, problem.edges()), LEAST_ASKED, MOST_ASKED);
    }

    /// The same where only something better than `least` counts.
    Constrained among(long least) {
        best = least;
        proved = least;
        return this;
    }

    /// Whether any pairs keep the quotas.
    boolean found() {
        return pairs == ANY ? best >= 0 : best > Long.MIN_VALUE;
    }

    long best() {
        return best;
    }

    int[] chosen() {
        return chosen;
    }

    List<Case> cases() {
        return cases;
    }

    /// By how much more than the best is not excluded.
    long margin() {
        return proved > best ? proved - best : 0;
    }

    /// Whether the market may still be asked; counts as once.
    boolean mayAsk() {
        return left-- > 0;
    }

    /// @param known pairs that keep the quotas, to begin with; empty where none are known
    /// @param enough what to stop at; the cases prove nothing then
    Constrained search(int[] known, long enough) {
        offer(known);
        var waiting = new ArrayDeque<Part>();
        waiting.push(Part.whole(open));
        while (!waiting.isEmpty() && best < enough) {
            progress.at(Progress.Stage.TOTAL, -1);
            var part = waiting.pop();
            if (left > 0 || part.known() == null) {
                explore(part, waiting);
            } else if (found()) {
                cases.add(part.closed(false, part.known().bound()));
                proved = Math.max(proved, part.known().most());
            } else {
                throw new Undecided();
            }
        }
        return this;
    }

    private void explore(Part part, ArrayDeque<Part> waiting) {
        var tuning = new Tuning(this, part);
        if (tuning.run()) {
            cases.add(part.closed(false, tuning.bound()));
        } else if (pairs != ANY && tuning.fallsShort() && isImpossible(part)) {
            return;
        } else {
            split(part.beginningAt(tuning.multipliers(), tuning.known()), tuning, waiting);
        }
    }

    /// Closes a part in which no such number of pairs keeps the quotas.
    private boolean isImpossible(Part part) {
        var ones = new int[worth.size()];
        Arrays.fill(ones, 1);
        var counting = new Constrained(problem, open, quotas, ANY, floor, Amounts.of(ones), progress);
        counting.best = pairs - 1;
        counting.left = Math.max(1, left);
        var tuning = new Tuning(counting, part.anew());
        boolean closed = tuning.run();
        left = counting.left;
        if (!closed || counting.best >= pairs) {
            offer(counting.chosen);
            return false;
        }
        cases.add(part.closed(true, tuning.bound()));
        return true;
    }

    private void split(Part part, Tuning tuning, ArrayDeque<Part> waiting) {
        if (part.roles().anyOpen()) {
            var usage = tuning.usage();
            int torn = part.roles().mostTorn(usage);
            var asMentor = part.with(part.roles().withMentor(torn));
            var asMentee = part.with(part.roles().withMentee(torn));
            boolean mentorFirst = usage.asMentor(torn) >= usage.asMentee(torn);
            waiting.push(mentorFirst ? asMentee : asMentor);
            waiting.push(mentorFirst ? asMentor : asMentee);
        } else {
            int edge = tuning.mostDisputed();
            waiting.push(part.unmaking(edge));
            waiting.push(part.making(edge, problem));
        }
    }

    /// Takes pairs that keep the quotas if none better are known.
    void offer(int[] edges) {
        if (pairs != ANY && edges.length != pairs || !keepsQuotas(edges)) {
            return;
        }
        long value = IntStream.of(edges).mapToLong(worth::at).sum();
        if (value > best) {
            best = value;
            chosen = edges;
        }
    }

    private boolean keepsQuotas(int[] edges) {
        return quotas.stream().allMatch(quota -> quota.reached(edges) >= quota.need());
    }

    /// The search was given up: too many parts stayed open.
    static final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
