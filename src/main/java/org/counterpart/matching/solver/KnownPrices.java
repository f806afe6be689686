// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.stream.IntStream;

/// Prices of an earlier answer, laid on the nodes of a graph. In a [Bound] covered nodes pay so much more as each
/// pair is taxed less; here they pay what is left of it, which may be less than nothing. People about whom nothing is
/// known ask for as much as keeps everybody else where they are.
final class KnownPrices {
    private final Graph graph;
    private final Flow flow;
    private final Bound bound;
    private final long limit;
    private final long perPair;

    KnownPrices(Graph graph, Flow flow, Bound bound) {
        this.graph = graph;
        this.flow = flow;
        this.bound = bound;
        this.limit = Long.MAX_VALUE / 64;
        this.perPair = Math.clamp(bound.perPair() / bound.denominator(), -limit, limit);
    }

    void into(long[] left, long[] right) {
        boolean strangers = false;
        for (int person = 0; person < graph.nodes; person++) {
            long price = known(person) ? Math.min(bound.prices()[person] / bound.denominator(), limit) : 0;
            boolean onTheLeft = graph.start[person] < graph.start[person + 1];
            left[person] = onTheLeft ? price + (flow.coversLeft(person) ? perPair : 0) : 0;
            right[person] = onTheLeft && graph.copies == 1 ? 0 : price + (flow.coversRight(person) ? perPair : 0);
            strangers |= !known(person);
        }
        if (strangers) {
            IntStream.range(0, graph.nodes)
                    .parallel()
                    .filter(person -> !known(person))
                    .forEach(person -> left[person] = asked(person, right));
            askOnTheRight(left, right);
        }
    }

    private boolean known(int person) {
        return person < bound.prices().length && bound.prices()[person] >= 0;
    }

    private long asked(int person, long[] right) {
        long most = flow.coversLeft(person) ? -limit : 0;
        for (int edge = graph.start[person]; edge < graph.start[person + 1]; edge++) {
            if (known(graph.right[edge]) && graph.benefit.at(edge) >= graph.floor) {
                most = Math.max(most, graph.worth.at(edge) - right[graph.right[edge]]);
            }
        }
        return most;
    }

    private void askOnTheRight(long[] left, long[] right) {
        for (int person = 0; person < graph.nodes; person++) {
            if (!known(person)) {
                right[person] = flow.coversRight(person) ? -limit : 0;
            }
        }
        for (int person = 0; person < graph.nodes; person++) {
            for (int edge = graph.start[person]; edge < graph.start[person + 1]; edge++) {
                int other = graph.right[edge];
                if (!known(other) && graph.benefit.at(edge) >= graph.floor) {
                    right[other] = Math.max(right[other], graph.worth.at(edge) - left[person]);
                }
            }
        }
    }
}
