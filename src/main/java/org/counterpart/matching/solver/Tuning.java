// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The search for the multipliers of one part under which its best pairs, bidden for freely in a [Market], keep the
/// quotas of themselves. Every answer is a bound; the [Mixture] of all answers so far says which multipliers to ask
/// next (J. Kelley 1960, doi 10.1137/0108053). Answers that keep the quotas, or [Blend]s of them that do, are offered
/// to the search. Multipliers are whole numbers in units of 1/`scale` of a worth; the number of pairs, where one is
/// asked for, is the last of the quotas and must be met exactly.
final class Tuning {
    private static final int MOST_ROUNDS = 80;
    private static final int FINEST = 4096;
    private static final int RECENT = 8;
    private static final int BLENDED = 3;

    private final Constrained search;
    private final Part part;
    private final Problem problem;
    private final Graph graph;
    private final int copies;
    private final int[] places;
    private final Market market;
    private final long[] needs;
    private final long[] units;
    private final long largest;
    private final long scale;
    private final long limit;
    private final List<Answer> answers = new ArrayList<>();
    private long[] multipliers;
    private @Nullable Proved proved;
    private boolean fallsShort;

    /// @param edges positions in the graph
    private record Answer(int[] edges, double value, double[] excess) {}

    /// What the best bound was proved with.
    private record Proved(Market.Cleared cleared, long[] multipliers, long sum) {}

    Tuning(Constrained search, Part part) {
        this.search = search;
        this.part = part;
        problem = search.problem;
        graph = Graph.of(problem, part.roles()).above(search.floor);
        copies = graph.copies;
        places = part.places(problem);
        market = new Market(graph, places, open());
        needs = needs();
        units = new long[needs.length];
        for (int quota = 0; quota < needs.length; quota++) {
            units[quota] = quota == search.quotas.size()
                    ? 1
                    : Math.max(1, Problem.largest(search.quotas.get(quota).counts()));
        }
        largest = Math.max(1, Problem.largest(search.worth));
        limit = problem.mostWeight();
        scale = Long.highestOneBit(Math.clamp(limit / 1024 / largest, 1, FINEST));
        multipliers = part.multipliers() == null ? new long[needs.length] : part.multipliers();
    }

    private int[] open() {
        return IntStream.range(0, graph.edges())
                .filter(edge -> graph.benefit.at(edge) >= graph.floor
                        && part.leavesOpen(graph.origin(edge))
                        && places[problem.edges.mentor(graph.origin(edge))] > 0
                        && places[problem.edges.mentee(graph.origin(edge))] > 0)
                .toArray();
    }

    private long[] needs() {
        var left = new long[search.quotas.size() + (search.pairs == Constrained.ANY ? 0 : 1)];
        for (int quota = 0; quota < search.quotas.size(); quota++) {
            var each = search.quotas.get(quota);
            left[quota] = each.need() - each.reached(part.made());
        }
        if (search.pairs != Constrained.ANY) {
            left[left.length - 1] = search.pairs - part.made().length;
        }
        return left;
    }

    /// Whether the bound found shows that the part holds nothing better than what the search knows.
    boolean run() {
        for (int round = 0; round < MOST_ROUNDS && (search.mayAsk() || proved == null); round++) {
            Interruption.check();
            ask();
            if (closed()) {
                return true;
            }
            var mixture = mixture();
            fallsShort = mixture.fallsShort();
            var next = rounded(mixture);
            if (Arrays.equals(next, multipliers)) {
                break;
            }
            multipliers = next;
        }
        if (copies == 2) {
            tryOut();
        }
        return closed();
    }

    private boolean closed() {
        return proved != null && Math.floorDiv(proved.sum, copies * scale) <= search.best();
    }

    boolean fallsShort() {
        return fallsShort;
    }

    long[] multipliers() {
        return multipliers;
    }

    private void ask() {
        var cleared = market.clear(this::weight);
        long sum = cleared.total() + Math.multiplyExact(copies * scale, worthOf(part.made()));
        for (int quota = 0; quota < needs.length; quota++) {
            sum = Math.subtractExact(sum, Math.multiplyExact(copies * multipliers[quota], needs[quota]));
        }
        if (proved == null || sum < proved.sum) {
            proved = new Proved(cleared, multipliers.clone(), sum);
        }
        consider(cleared.edges());
    }

    private long weight(int edge) {
        int origin = graph.origin(edge);
        long weight = scale * search.worth.at(origin);
        for (int quota = 0; quota < needs.length; quota++) {
            weight += multipliers[quota] * count(quota, origin);
        }
        return weight;
    }

    private long count(int quota, int origin) {
        return quota == search.quotas.size()
                ? 1
                : search.quotas.get(quota).counts().at(origin);
    }

    private void consider(int[] edges) {
        var excess = new double[needs.length];
        for (int quota = 0; quota < needs.length; quota++) {
            long reached = 0;
            for (int edge : edges) {
                reached += count(quota, graph.origin(edge));
            }
            excess[quota] = (reached - copies * needs[quota]) / (double) units[quota];
        }
        double value = 0;
        for (int edge : edges) {
            value += search.worth.at(graph.origin(edge));
        }
        var answer = new Answer(edges, value / largest, excess);
        if (copies == 1) {
            search.offer(withMade(edges));
            for (var other : recent(BLENDED)) {
                blend(answer, other);
                blend(other, answer);
            }
        }
        answers.add(answer);
    }

    private void blend(Answer one, Answer other) {
        var blend = new Blend(graph, one.edges, other.edges);
        blend.towards(this::worths, edges -> search.offer(withMade(edges)), one.excess);
    }

    /// What an edge of the graph adds to the value and to each quota, in the units of answers.
    private double[] worths(int edge) {
        int origin = graph.origin(edge);
        var worths = new double[needs.length + 1];
        for (int quota = 0; quota < needs.length; quota++) {
            worths[quota] = count(quota, origin) / (double) units[quota];
        }
        worths[needs.length] = search.worth.at(origin) / (double) largest;
        return worths;
    }

    private int[] withMade(int[] edges) {
        return IntStream.concat(IntStream.of(edges).map(graph::origin), IntStream.of(part.made()))
                .sorted()
                .toArray();
    }

    private long worthOf(int[] some) {
        return IntStream.of(some).mapToLong(search.worth::at).sum();
    }

    private List<Answer> recent(int most) {
        return answers.subList(Math.max(0, answers.size() - most), answers.size());
    }

    private Mixture mixture() {
        long size = search.pairs == Constrained.ANY ? problem.people() : search.pairs;
        long unit = Arrays.stream(units).max().orElse(1);
        return new Mixture(
                answers.stream().mapToDouble(Answer::value).toArray(),
                answers.stream().map(Answer::excess).toList(),
                search.pairs == Constrained.ANY ? -1 : needs.length - 1,
                4.0 * (size + 1) * unit);
    }

    private long[] rounded(Mixture mixture) {
        var next = new long[needs.length];
        for (int quota = 0; quota < next.length; quota++) {
            double exact = mixture.multiplier(quota) * largest * scale / units[quota];
            long most = limit / 4 / needs.length / units[quota];
            next[quota] = Math.clamp(Math.round(exact), -most, most);
            if (search.pairs == Constrained.ANY || quota < next.length - 1) {
                next[quota] = Math.max(0, next[quota]);
            }
        }
        return next;
    }

    /// Settles roles as the last answer has them, for pairs that may be good.
    private void tryOut() {
        var settled = Rings.settled(problem, part.roles(), graph, lastUsed());
        new Tuning(search, part.with(settled).beginningAt(multipliers, known())).run();
    }

    /// The last answer as edges of the root of the graph.
    private int[] lastUsed() {
        return IntStream.of(answers.getLast().edges).map(graph::inRoot).toArray();
    }

    Usage usage() {
        return Usage.of(problem, graph, lastUsed());
    }

    /// The edge that about half of the last answers make.
    int mostDisputed() {
        var times = new HashMap<Integer, Integer>();
        var last = recent(RECENT);
        last.forEach(
                answer -> IntStream.of(answer.edges).forEach(edge -> times.merge(graph.origin(edge), 1, Integer::sum)));
        int disputed = times.keySet().stream()
                .min((one, other) -> {
                    int nearer = Integer.compare(
                            Math.abs(2 * times.getOrDefault(one, 0) - last.size()),
                            Math.abs(2 * times.getOrDefault(other, 0) - last.size()));
                    return nearer != 0 ? nearer : Integer.compare(one, other);
                })
                .orElse(-1);
        return disputed >= 0 ? disputed : graph.origin(open()[0]);
    }

    Part.Known known() {
        var best = proved;
        return new Part.Known(bound(), best == null ? Long.MAX_VALUE : Math.floorDiv(best.sum, copies * scale));
    }

    /// The best bound found.
    Bound bound() {
        var best = proved;
        if (best == null) {
            throw new IllegalStateException("No bound was asked for yet.");
        }
        int pairsAt = search.quotas.size();
        long perPair = search.pairs == Constrained.ANY ? 0 : -copies * best.multipliers[pairsAt];
        var counted = new long[pairsAt];
        for (int quota = 0; quota < pairsAt; quota++) {
            counted[quota] = copies * best.multipliers[quota];
        }
        var prices = best.cleared.prices().clone();
        long enough = limit;
        for (int person = 0; person < prices.length; person++) {
            prices[person] = places[person] == 0 ? enough : prices[person];
        }
        var surcharges = best.cleared.surcharges().copy();
        for (int edge : part.made()) {
            long owed = copies * scale * search.worth.at(edge);
            for (int quota = 0; quota < pairsAt; quota++) {
                owed += counted[quota] * search.quotas.get(quota).counts().at(edge);
            }
            surcharges.add(
                    edge, owed - prices[problem.edges.mentor(edge)] - prices[problem.edges.mentee(edge)] - perPair);
        }
        return surcharges.bound(copies * scale, perPair, prices, counted);
    }
}
