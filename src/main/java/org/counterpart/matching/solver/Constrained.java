// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The greatest total worth of pairs that keep quotas. With quotas a matching problem is hard in general (J. Berger et
/// al. 2011, doi 10.1007/s10107-009-0307-4), but what makes it so is one number a quota: a multiplier, in worth for
/// each unit of the quota, that makes keeping it worth while by itself (J. Everett 1963). [Tuning] finds the best
/// multipliers and a bound; what the bound leaves open is split by the role of somebody torn between two, or by
/// whether one edge is made, until every part is closed.
final class Constrained {
    /// No number of pairs is asked for: each counts one.
    static final int ANY = -1;

    private static final int MOST_PARTS = 3_000;

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
    }

    /// The same where only something better than `least` counts.
    Constrained among(long least) {
        best = least;
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

    /// @param known pairs that keep the quotas, to begin with; empty where none are known
    /// @param enough what to stop at; the cases prove nothing then
    Constrained search(int[] known, long enough) {
        offer(known);
        var waiting = new ArrayDeque<Part>();
        waiting.push(Part.whole(open));
        int parts = 0;
        while (!waiting.isEmpty() && best < enough) {
            progress.at(Progress.Stage.TOTAL, -1);
            if (++parts > MOST_PARTS) {
                throw new Undecided();
            }
            explore(waiting.pop(), waiting);
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
            split(part.beginningAt(tuning.multipliers()), tuning, waiting);
        }
    }

    /// Closes a part in which no such number of pairs keeps the quotas.
    private boolean isImpossible(Part part) {
        var ones = new int[worth.size()];
        java.util.Arrays.fill(ones, 1);
        var counting = new Constrained(problem, open, quotas, ANY, floor, Amounts.of(ones), progress);
        counting.best = pairs - 1;
        var tuning = new Tuning(counting, new Part(part.roles(), part.made(), part.unmade(), null));
        boolean closed = tuning.run();
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
