// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.counterpart.matching.solver.Answer.Unreachable;
import org.counterpart.matching.solver.Progress.Stage;
import org.jspecify.annotations.Nullable;

/// Solves a problem that has quotas, goal after goal like [Solver], with a [Constrained] search in each place where
/// that one looks for a flow or an assignment: the most pairs that keep the required quotas, then as much of each
/// other quota as can be had, then the goals.
final class UnderQuotas {
    private static final int[] NONE = {};

    private final Problem problem;
    private final Progress progress;
    private final Roles open;
    private final Graph root;
    private final Amounts ones;
    private final List<Quota> inForce = new ArrayList<>();
    private int[] chosen = NONE;

    private UnderQuotas(Problem problem, Progress progress) {
        this.problem = problem;
        this.progress = progress;
        open = Roles.open(problem);
        root = Graph.of(problem, open);
        var counts = new int[problem.edges()];
        Arrays.fill(counts, 1);
        ones = Amounts.of(counts);
    }

    /// Refuses [Goal#EVEN] and [Goal#STABLE]: under quotas every level would be one more quota.
    static Answer solve(Problem problem, List<Goal> goals, Progress progress) {
        if (goals.contains(Goal.EVEN) || goals.contains(Goal.STABLE)) {
            throw new IllegalArgumentException("The goals %s cannot be reached under quotas.".formatted(goals));
        }
        try {
            return new UnderQuotas(problem, progress).solve(goals);
        } catch (Constrained.Undecided _) {
            return new Answer.Undecided();
        }
    }

    private Answer solve(List<Goal> goals) {
        progress.at(Stage.MOST, 0);
        inForce.addAll(problem.quotas.stream().filter(Quota::required).toList());
        var most = constrained(Constrained.ANY, Long.MIN_VALUE, ones).search(NONE, Long.MAX_VALUE);
        if (!most.found()) {
            return new Unreachable(smallestConflict());
        }
        chosen = most.chosen();
        int pairs = chosen.length;
        var quotas = new ArrayList<Proof.Kept>();
        for (var quota : problem.quotas) {
            quotas.add(quota.required() ? new Proof.Kept(quota.need(), 0, List.of()) : keep(quota, pairs));
        }
        var stages = new ArrayList<Proof.Stage>();
        long floor = Long.MIN_VALUE;
        Amounts worth = null;
        long value = 0;
        for (var goal : pairs == 0 ? List.<Goal>of() : goals) {
            var cases = new ArrayList<Case>();
            long margin = 0;
            if (goal.adds()) {
                progress.at(Stage.TOTAL, 0);
                worth = problem.then(worth, goal, pairs);
                var search = constrained(pairs, floor, worth).search(chosen, Long.MAX_VALUE);
                chosen = search.chosen();
                value = search.best();
                cases.addAll(search.cases());
                margin = search.margin();
            } else {
                margin = raiseWorst(worth, value, cases);
                floor = problem.edges.least(chosen);
            }
            stages.add(new Proof.Stage(goal, margin, cases));
        }
        progress.at(Stage.TOTAL, 1);
        var reached = problem.objective(chosen);
        stages.replaceAll(stage -> stage.goal() == Goal.WORST
                ? new Proof.Stage(stage.goal(), stage.margin() - reached.worst() - 1, stage.cases())
                : stage);
        return new Solution(chosen, reached, new Proof(most.cases(), most.margin(), quotas, stages, List.of(), true));
    }

    private Constrained constrained(int pairs, long floor, Amounts worth) {
        return new Constrained(problem, open, List.copyOf(inForce), pairs, floor, worth, progress);
    }

    /// Puts a quota in force as far as it can be kept.
    private Proof.Kept keep(Quota quota, int pairs) {
        long need = Math.min(quota.need(), quota.reached(chosen));
        long margin = 0;
        List<Case> cases = List.of();
        if (need < quota.need() && pairs > 0) {
            var search = constrained(pairs, Long.MIN_VALUE, quota.counts()).search(chosen, quota.need());
            chosen = search.chosen();
            need = Math.min(quota.need(), search.best());
            cases = need < quota.need() ? search.cases() : List.of();
            margin = need < quota.need() ? search.margin() : 0;
        }
        inForce.add(quota.needing(need));
        return new Proof.Kept(need, margin, cases);
    }

    /// The lowest benefit that the worst-off pair provably cannot have; `proof` says why.
    private long raiseWorst(@Nullable Amounts worth, long value, List<Case> proof) {
        int pairs = chosen.length;
        long reached = problem.edges.least(chosen);
        long missed = Math.addExact(problem.edges.highest, 1);
        long proved = missed;
        var closed = reach(missed, worth, pairs, value).cases();
        double whole = missed - reached;
        while (missed - reached > 1) {
            progress.at(Stage.WORST, 1 - (missed - reached) / whole);
            long middle = reached + (missed - reached) / 2;
            var search = reach(middle, worth, pairs, value);
            if (search.best() >= (worth == null ? pairs : value)) {
                chosen = search.chosen();
                reached = problem.edges.least(chosen);
            } else {
                missed = root.highestBelow(middle) + 1;
                if (search.margin() == 0) {
                    proved = missed;
                    closed = search.cases();
                }
            }
        }
        proof.addAll(closed);
        return proved;
    }

    /// Whether so much can be reached with nothing below a floor.
    private Constrained reach(long floor, @Nullable Amounts worth, int pairs, long value) {
        return worth == null
                ? constrained(Constrained.ANY, floor, ones).among(pairs - 1).search(NONE, pairs)
                : constrained(pairs, floor, worth).among(value - 1).search(NONE, value);
    }

    private List<Integer> smallestConflict() {
        var required = IntStream.range(0, problem.quotas.size())
                .filter(quota -> problem.quotas.get(quota).required())
                .toArray();
        for (int size = 1; size < required.length; size++) {
            for (int set = 0; set < 1 << required.length; set++) {
                if (Integer.bitCount(set) == size && conflicts(required, set)) {
                    return members(required, set);
                }
            }
        }
        return members(required, (1 << required.length) - 1);
    }

    private boolean conflicts(int[] required, int set) {
        inForce.clear();
        members(required, set).forEach(quota -> inForce.add(problem.quotas.get(quota)));
        return !constrained(Constrained.ANY, Long.MIN_VALUE, ones)
                .search(NONE, 0)
                .found();
    }

    private static List<Integer> members(int[] required, int set) {
        return IntStream.range(0, required.length)
                .filter(i -> (set & 1 << i) != 0)
                .mapToObj(i -> required[i])
                .toList();
    }
}
