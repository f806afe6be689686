// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.counterpart.matching.solver.Progress.Stage;
import org.jspecify.annotations.Nullable;

/// Finds the pairs that serve the most people and, among those answers, reach one [Goal] after the other. Each stage
/// is exact and comes with a [Bound] that anyone can check in one pass over the edges.
///
/// Where every role is settled the pairs are edges of a two-sided graph. The most pairs are a largest flow and a
/// cover of equal size proves it [1, 2]. The worst-off pair is found by searching the distinct benefits for the
/// highest one whose graph of better-or-equal edges still carries the same number of pairs; the cover of the next
/// graph proves that it cannot be higher [3]. Goals that add up are an assignment problem within that graph [4, 5], see
/// [Pricing]; after them the worst-off pair is raised by solving that problem for ever better floors.
///
/// People who may be either make the graph two-sided no longer. Then every edge is laid both ways; half of what
/// that graph carries is a bound [6], and where its answer uses somebody in both roles, the question is split in
/// two by that person's role. The bounds of all the parts are the proof. With prices in halves and whole benefits
/// most parts close at once.
///
/// 1. D. Kőnig, Gráfok és mátrixok, 1931. 2. J. Hopcroft, R. Karp, 1973, doi 10.1137/0202019. 3. O. Gross, The
/// bottleneck assignment problem, 1959. 4. H. Kuhn, 1955, doi 10.1002/nav.3800020109. 5. R. Jonker, A. Volgenant,
/// 1987, doi 10.1007/BF02278710. 6. M. Balinski, 1965, doi 10.1287/mnsc.12.3.253. See also R. Burkard, M.
/// Dell'Amico, S. Martello, Assignment Problems, doi 10.1137/1.9781611972238.
public final class Solver {
    private final Problem problem;
    private final Progress progress;
    private final Graph root;
    private final Flow rootFlow;
    private final Roles open;
    private final Start start;
    private Hint hint;

    /// The most pairs with settled roles that were seen.
    private int[] largest = {};

    private Solver(Problem problem, Start start, Progress progress) {
        this.problem = problem;
        this.progress = progress;
        this.start = start;
        this.hint = start.hint(problem);
        this.open = Roles.open(problem);
        this.root = Graph.of(problem, open);
        this.rootFlow = Flow.most(root, root.inRoot(hint.edges()));
    }

    /// The worst-off pair first, then the total.
    public static Solution solve(Problem problem, Progress progress) {
        return solve(problem, List.of(Goal.WORST, Goal.TOTAL), progress);
    }

    /// Refuses problems with quotas, whose answer may be that there is none.
    public static Solution solve(Problem problem, List<Goal> goals, Progress progress) {
        return solve(problem, goals, Start.NONE, progress);
    }

    /// The same, begun where an earlier answer to nearly the same question ended: faster, and no less exact.
    public static Solution solve(Problem problem, List<Goal> goals, Start start, Progress progress) {
        if (!problem.quotas.isEmpty()) {
            throw new IllegalArgumentException(
                    "The problem has %d quotas. Maybe answer() was meant.".formatted(problem.quotas.size()));
        }
        int even = goals.indexOf(Goal.EVEN);
        if (even >= 0 && !goals.subList(0, even).contains(Goal.WORST)) {
            throw new IllegalArgumentException(
                    "The goals %s raise the next worst-off pair before the worst-off one.".formatted(goals));
        }
        if (goals.contains(Goal.STABLE)) {
            throw new IllegalArgumentException("Stable pairs are no optimum and are found by deferred acceptance.");
        }
        return new Solver(problem, start, progress).solve(goals);
    }

    public static Answer answer(Problem problem, List<Goal> goals, Progress progress) {
        return answer(problem, goals, Start.NONE, progress);
    }

    /// @param start is of no use where there are quotas, which are kept by other prices
    public static Answer answer(Problem problem, List<Goal> goals, Start start, Progress progress) {
        return problem.quotas.isEmpty()
                ? solve(problem, goals, start, progress)
                : UnderQuotas.solve(problem, goals, progress);
    }

    private Solution solve(List<Goal> goals) {
        progress.at(Stage.MOST, 0);
        var most = new ArrayList<Case>();
        int[] chosen = root.copies == 1 ? root.origins(rootFlow.edges()) : nearlyMost();
        for (var better = chosen; better != null; ) {
            chosen = better;
            most.clear();
            better = reach(root, chosen.length + 1, most);
        }
        hint = hint.with(chosen);
        int pairs = chosen.length;
        long spare =
                most.stream().mapToLong(each -> pairsIn(each.bound())).max().orElse(pairs) - pairs;
        var stages = new ArrayList<Proof.Stage>();
        long floor = problem.edges.lowest;
        var weighed = new Weights(problem, start, pairs);
        Amounts worth = null;
        long value = 0;
        for (var goal : pairs == 0 ? List.<Goal>of() : goals) {
            var cases = new ArrayList<Case>();
            long margin = 0;
            if (goal == Goal.EVEN) {
                var after = goals.subList(goals.indexOf(goal) + 1, goals.size());
                var evenly = new Evenly(problem, open, floor, chosen, worth, after, progress).search();
                return solution(evenly.chosen(), most, spare, stages, evenly.chains(), evenly.decided());
            } else if (goal.adds()) {
                progress.at(Stage.TOTAL, 0);
                worth = problem.then(worth, goal, pairs);
                hint = hint.with(weighed.then(goal));
                var totals = totals(pairs, floor, worth);
                chosen = totals.chosen();
                value = totals.best();
                margin = totals.proved() - value;
                cases.addAll(totals.cases());
                weighed.proved(cases);
            } else if (worth == null) {
                var raised = raiseWorst(chosen);
                chosen = raised.pairs;
                cases.addAll(raised.cases);
                floor = problem.edges.least(chosen);
                margin = raised.missed;
            } else {
                var raised = raiseWorst(chosen, worth, value);
                chosen = raised.pairs;
                cases.addAll(raised.cases);
                floor = problem.edges.least(chosen);
                margin = raised.missed;
            }
            hint = hint.with(chosen);
            stages.add(new Proof.Stage(goal, margin, cases));
        }
        progress.at(Stage.TOTAL, 1);
        return solution(chosen, most, spare, stages, List.of(), true);
    }

    /// @param stages with the lowest benefit that the worst-off pair provably cannot have as that goal's margin
    private Solution solution(
            int[] chosen,
            List<Case> most,
            long spare,
            List<Proof.Stage> stages,
            List<Chain> even,
            boolean evenDecided) {
        var reached = problem.objective(chosen);
        stages.replaceAll(stage -> stage.goal() == Goal.WORST
                ? new Proof.Stage(stage.goal(), stage.margin() - reached.worst() - 1, stage.cases())
                : stage);
        return new Solution(chosen, reached, new Proof(most, spare, List.of(), stages, even, evenDecided));
    }

    /// Where roles are open: as many pairs as half of what the graph carries, or the most that were seen on the way.
    private int[] nearlyMost() {
        var all = reach(root, rootFlow.size() / 2, new ArrayList<>());
        return all == null ? largest : all;
    }

    private Totals totals(int pairs, long floor, Amounts worth) {
        var graph = root.above(floor).worth(worth);
        var totals = new Totals(problem, open, pairs, floor, worth, hint);
        boolean whole = graph.edges() == root.edges() && !graph.filtered && hint.prices() == null;
        totals.search(graph, whole ? rootFlow : Flow.most(graph, graph.inRoot(hint.edges())));
        return totals;
    }

    /// The most pairs that a bound on their number allows.
    private long pairsIn(Bound bound) {
        long sum = LongStream.of(bound.surcharges()).sum();
        for (int person = 0; person < problem.people(); person++) {
            sum += problem.capacity[person] * bound.prices()[person];
        }
        return Math.floorDiv(sum, bound.denominator());
    }

    /// @param missed the lowest benefit that the worst-off pair provably cannot have
    private record Raised(int[] pairs, long missed, List<Case> cases) {}

    /// The same where earlier goals must still reach so much: each question is a search for the total again.
    private Raised raiseWorst(int[] pairs, Amounts worth, long value) {
        var edges = problem.edges;
        var chosen = pairs;
        long reached = edges.least(chosen);
        long missed = Math.addExact(edges.highest, 1);
        long proved = missed;
        var proof = totals(pairs.length, missed, worth).cases();
        while (missed - reached > 1) {
            long asked = asked(reached, missed);
            var totals = totals(pairs.length, asked, worth);
            if (totals.best() == value) {
                chosen = totals.chosen();
                hint = hint.with(chosen);
                reached = edges.least(chosen);
            } else {
                missed = root.highestBelow(asked) + 1;
                if (totals.proved() < value) {
                    proved = missed;
                    proof = totals.cases();
                }
            }
        }
        return new Raised(chosen, proved, proof);
    }

    /// The highest benefit whose better-or-equal edges still carry so many pairs; the cases show that no higher one
    /// does. Each success leaves the edges below it behind, so the questions get smaller as they get harder.
    private Raised raiseWorst(int[] pairs) {
        var edges = problem.edges;
        var chosen = pairs;
        long reached = edges.least(pairs);
        long missed = Math.addExact(edges.highest, 1);
        long proved = missed;
        var graph = root.above(reached);
        List<Case> proof = null;
        double whole = missed - reached;
        while (missed - reached > 1) {
            progress.at(Stage.WORST, 1 - (missed - reached) / whole);
            var above = graph.above(asked(reached, missed));
            var closed = new ArrayList<Case>();
            var better = reach(above, pairs.length, closed);
            if (better == null) {
                missed = graph.highestBelow(above.floor) + 1;
                if (closed.stream().allMatch(Case::impossible)) {
                    proved = missed;
                    proof = closed;
                }
            } else {
                chosen = better;
                hint = hint.with(chosen);
                reached = edges.least(better);
                graph = above;
            }
        }
        if (proof == null) {
            proof = new ArrayList<>();
            reach(root.above(proved), pairs.length, proof);
        }
        return new Raised(chosen, proved, proof);
    }

    /// Between what is reached and what is not: what was reached before, then just above it, else the middle.
    private long asked(long reached, long missed) {
        long before = hint.worst();
        if (before > reached && before < missed) {
            return before;
        }
        return before == reached ? reached + 1 : reached + (missed - reached) / 2;
    }

    /// Edges of at least so many pairs in the part of the open roles' graph that is asked about; null if none were
    /// found. The closed cases prove that there are none if all of them are impossible.
    private int @Nullable [] reach(Graph whole, int pairs, List<Case> closed) {
        // Roles that were good for an easier question may do for this one.
        var before = whole.copies == 2 && hint.edges().length > 0
                ? settled(open, open.settledLike(problem, hint.edges()), whole.floor, pairs)
                : null;
        if (before != null) {
            return before;
        }
        var waiting = new Waiting(open, whole.edges());
        while (!waiting.isEmpty()) {
            Interruption.check();
            var roles = waiting.next();
            var graph = roles == open ? whole : Graph.of(problem, roles).above(whole.floor);
            var flow = graph == root ? rootFlow : Flow.most(graph, graph.inRoot(hint.edges()));
            if (flow.size() / graph.copies < pairs) {
                closed.add(roles.closed(true, problem.pricedOut(flow.cover(), 1)));
                continue;
            }
            if (graph.copies == 1) {
                return graph.origins(flow.edges());
            }
            var settled = settled(roles, Rings.settled(problem, roles, graph, flow.edges()), whole.floor, pairs);
            if (settled != null) {
                return settled;
            }
            waiting.split(roles, Usage.of(problem, graph, flow.edges()), problem.pricedOut(flow.cover(), 1));
        }
        closed.addAll(waiting.rest());
        return null;
    }

    /// So many pairs with roles settled, or with roles near them.
    private int @Nullable [] settled(Roles roles, Roles settled, long floor, int pairs) {
        var turning = new Turning(problem, roles, floor, hint.edges());
        turning.turned(settled, pairs);
        largest = turning.most().length > largest.length ? turning.most() : largest;
        return turning.most().length >= pairs ? turning.most() : null;
    }
}
