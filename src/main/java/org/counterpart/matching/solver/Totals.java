// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.List;

/// The greatest total worth of a given number of pairs, each with at least a given benefit. Parts of the question are
/// closed by too few pairs, by prices that show no better total, or by being settled and solved.
final class Totals {
    private final Problem problem;
    private final Roles open;
    private final int pairs;
    private final long floor;
    private final Amounts worth;
    private final Hint hint;
    private final List<Case> cases = new ArrayList<>();
    private int[] chosen = {};
    private long best = Long.MIN_VALUE;

    Totals(Problem problem, Roles open, int pairs, long floor, Amounts worth, Hint hint) {
        this.problem = problem;
        this.open = open;
        this.pairs = pairs;
        this.floor = floor;
        this.worth = worth;
        this.hint = hint;
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

    /// What cannot be exceeded, as far as it was proved.
    long proved() {
        return cases.stream()
                .filter(each -> !each.impossible())
                .mapToLong(each -> value(each.bound()))
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /// @param root the graph of the open roles, at least all of it with that benefit
    /// @param rootFlow a largest one of that graph
    void search(Graph root, Flow rootFlow) {
        if (root.copies == 2) {
            tryOut(open.settledLike(problem, hint.edges()));
        }
        var waiting = new Waiting(open, problem.edges());
        while (!waiting.isEmpty()) {
            Interruption.check();
            var roles = waiting.next();
            var graph =
                    roles == open ? root : Graph.of(problem, roles).above(floor).worth(worth);
            var flow = graph == root ? rootFlow : Flow.most(graph, graph.inRoot(hint.edges()));
            if (flow.size() / graph.copies < pairs) {
                cases.add(roles.closed(true, problem.pricedOut(flow.cover(), 1)));
            } else if (graph.copies == 1) {
                cases.add(roles.closed(false, priced(settle(graph, flow))));
            } else {
                split(roles, graph, flow, waiting);
            }
        }
        cases.addAll(waiting.rest());
    }

    private void split(Roles roles, Graph graph, Flow flow, Waiting waiting) {
        var relaxed = Relaxed.of(Pricing.of(graph, flow, hint.prices()));
        tryOut(Rings.settled(problem, roles, graph, relaxed.used()));
        if (flow.size() > 2 * pairs && value(priced(relaxed.bound())) > best) {
            relaxed = Relaxed.byTax(graph, 2 * pairs, relaxed);
            tryOut(Rings.settled(problem, roles, graph, relaxed.used()));
        }
        var bound = priced(relaxed.bound());
        if (value(bound) <= best) {
            cases.add(roles.closed(false, bound));
        } else {
            waiting.split(roles, Usage.of(problem, graph, relaxed.used()), bound);
        }
    }

    private void tryOut(Roles settled) {
        var turning = new Turning(problem, open, floor, hint.edges());
        var graph =
                Graph.of(problem, turning.turned(settled, pairs)).above(floor).worth(worth);
        var flow = Flow.most(graph, graph.inRoot(turning.most()));
        if (flow.size() == pairs) {
            settle(graph, flow);
        }
    }

    private Bound settle(Graph graph, Flow flow) {
        var pricing = Pricing.of(graph, flow, hint.prices());
        if (pricing.total() > best) {
            best = pricing.total();
            chosen = graph.origins(pricing.used());
        }
        return pricing.bound();
    }

    private Bound priced(Bound bound) {
        return problem.pricedOut(bound, Problem.largest(worth));
    }

    private long value(Bound bound) {
        long sum = bound.perPair() * pairs;
        for (int person = 0; person < problem.people(); person++) {
            sum += problem.capacity[person] * bound.prices()[person];
        }
        for (long surcharge : bound.surcharges()) {
            sum += surcharge;
        }
        return Math.floorDiv(sum, bound.denominator());
    }
}
