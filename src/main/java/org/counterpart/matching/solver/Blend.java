// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Answers between two answers. Where they differ, the edges of both fall into strands that share no person, and each
/// strand may be taken from either of them without anybody getting more places than they have. So an answer that
/// falls short of a quota and one that exceeds it can be blended until it is just kept.
final class Blend {
    private static final double NOTHING = 1e-9;

    private final int[] one;
    private final List<int[]> leaving = new ArrayList<>();
    private final List<int[]> joining = new ArrayList<>();

    /// @param one positions in the graph, ascending; `other` likewise
    Blend(Graph graph, int[] one, int[] other) {
        this.one = one;
        var gone = without(one, other);
        var come = without(other, one);
        var strand = new int[2 * graph.nodes];
        Arrays.setAll(strand, node -> node);
        for (int edge :
                IntStream.concat(Arrays.stream(gone), Arrays.stream(come)).toArray()) {
            strand[root(strand, graph.left(edge))] = root(strand, graph.nodes + graph.right[edge]);
        }
        var number = new int[strand.length];
        Arrays.fill(number, -1);
        int strands = 0;
        var lists = new ArrayList<List<List<Integer>>>();
        for (int edge :
                IntStream.concat(Arrays.stream(gone), Arrays.stream(come)).toArray()) {
            int root = root(strand, graph.left(edge));
            if (number[root] < 0) {
                number[root] = strands++;
                lists.add(List.of(new ArrayList<>(), new ArrayList<>()));
            }
            lists.get(number[root])
                    .get(Arrays.binarySearch(gone, edge) >= 0 ? 0 : 1)
                    .add(edge);
        }
        lists.forEach(both -> {
            leaving.add(both.getFirst().stream().mapToInt(Integer::intValue).toArray());
            joining.add(both.getLast().stream().mapToInt(Integer::intValue).toArray());
        });
    }

    /// Takes strand after strand from the other answer, first those that mend what falls short at the least loss, then
    /// those that gain and break nothing, and tells what comes of it.
    ///
    /// @param worths what an edge adds to each quota and, last, to the value
    /// @param excess of the first answer over each quota
    void towards(IntFunction<double[]> worths, Consumer<int[]> told, double[] excess) {
        var changes = new ArrayList<double[]>();
        for (int strand = 0; strand < leaving.size(); strand++) {
            var change = new double[excess.length + 1];
            add(change, worths, leaving.get(strand), -1);
            add(change, worths, joining.get(strand), 1);
            changes.add(change);
        }
        var now = excess.clone();
        var taken = new boolean[changes.size()];
        for (int next = mending(changes, taken, now); next >= 0; next = mending(changes, taken, now)) {
            take(next, taken, changes, now);
        }
        if (missing(now) > NOTHING) {
            return;
        }
        told.accept(edges(taken));
        for (int next = gaining(changes, taken, now); next >= 0; next = gaining(changes, taken, now)) {
            take(next, taken, changes, now);
        }
        told.accept(edges(taken));
    }

    private static void add(double[] change, IntFunction<double[]> worths, int[] edges, int sign) {
        for (int edge : edges) {
            var each = worths.apply(edge);
            for (int i = 0; i < change.length; i++) {
                change[i] += sign * each[i];
            }
        }
    }

    private static void take(int strand, boolean[] taken, List<double[]> changes, double[] now) {
        taken[strand] = true;
        for (int quota = 0; quota < now.length; quota++) {
            now[quota] += changes.get(strand)[quota];
        }
    }

    private static int mending(List<double[]> changes, boolean[] taken, double[] now) {
        double before = missing(now);
        int best = -1;
        double bestRate = 0;
        for (int strand = 0; strand < taken.length && before > NOTHING; strand++) {
            double mended = taken[strand] ? 0 : before - missing(after(now, changes.get(strand)));
            if (mended > NOTHING) {
                double rate = changes.get(strand)[now.length] / mended;
                if (best < 0 || rate > bestRate) {
                    best = strand;
                    bestRate = rate;
                }
            }
        }
        return best;
    }

    private static int gaining(List<double[]> changes, boolean[] taken, double[] now) {
        int best = -1;
        for (int strand = 0; strand < taken.length; strand++) {
            double gain = changes.get(strand)[now.length];
            if (!taken[strand]
                    && gain > NOTHING
                    && (best < 0 || gain > changes.get(best)[now.length])
                    && missing(after(now, changes.get(strand))) <= NOTHING) {
                best = strand;
            }
        }
        return best;
    }

    private static double[] after(double[] now, double[] change) {
        var after = now.clone();
        for (int quota = 0; quota < after.length; quota++) {
            after[quota] += change[quota];
        }
        return after;
    }

    private static double missing(double[] excess) {
        double missing = 0;
        for (double over : excess) {
            missing += Math.max(0, -over);
        }
        return missing;
    }

    private int[] edges(boolean[] taken) {
        var gone = IntStream.builder();
        var come = IntStream.builder();
        for (int strand = 0; strand < taken.length; strand++) {
            if (taken[strand]) {
                IntStream.of(leaving.get(strand)).forEach(gone::add);
                IntStream.of(joining.get(strand)).forEach(come::add);
            }
        }
        return IntStream.concat(IntStream.of(without(one, gone.build().sorted().toArray())), come.build())
                .sorted()
                .toArray();
    }

    private static int[] without(int[] some, int[] others) {
        return IntStream.of(some)
                .filter(edge -> Arrays.binarySearch(others, edge) < 0)
                .toArray();
    }

    private static int root(int[] strand, int node) {
        int at = node;
        while (strand[at] != at) {
            strand[at] = strand[strand[at]];
            at = strand[at];
        }
        return at;
    }
}
