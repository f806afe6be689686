// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.counterpart.matching.files.Aims;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Goal;

/// What a matching is after once the most people are served: goals in the owner's order, the pairs of an earlier
/// result, and the people it left waiting.
public record Priorities(List<Goal> goals, Set<PairKey> previous, Set<String> waiting) {
    public static final Priorities STANDARD = of(List.of(Goal.WORST, Goal.TOTAL));

    public Priorities {
        goals = List.copyOf(goals);
        previous = Set.copyOf(previous);
        waiting = Set.copyOf(waiting);
    }

    public static Priorities of(List<Goal> goals) {
        return new Priorities(goals, Set.of(), Set.of());
    }

    /// An aim after an earlier matching: people who waited come first, and changes last. Stable pairs know neither.
    static Priorities after(Aim aim, Set<PairKey> previous, Set<String> waiting) {
        if (aim == Aim.STABLE) {
            return of(aim.goals());
        }
        var goals = new ArrayList<>(aim.goals());
        if (!waiting.isEmpty()) {
            goals.addFirst(Goal.WAITING);
        }
        if (!previous.isEmpty()) {
            goals.addLast(Goal.KEPT);
        }
        return new Priorities(goals, previous, waiting);
    }

    /// Whether an answer to these, with the given pairs, is one to others as well: it differs at most in the last
    /// goal, and keeps all that the others would keep.
    boolean answers(Priorities others, Set<PairKey> pairs) {
        return waiting.equals(others.waiting)
                && withoutKept().equals(others.withoutKept())
                && pairs.containsAll(others.previous);
    }

    private List<Goal> withoutKept() {
        return goals.stream().filter(goal -> goal != Goal.KEPT).toList();
    }

    /// The same with the best pairs where stable ones were asked for.
    Priorities insteadOfStable() {
        var all = new ArrayList<Goal>();
        goals.forEach(goal -> all.addAll(goal == Goal.STABLE ? STANDARD.goals() : List.of(goal)));
        return new Priorities(all, previous, waiting);
    }

    /// The same by positions of people and edges; pairs and people that are no longer there count for nothing.
    public Aims aims(Map<String, Integer> positions, Edges edges) {
        var kept = IntStream.builder();
        for (var pair : previous) {
            var mentor = positions.get(pair.mentor());
            var mentee = positions.get(pair.mentee());
            int edge = mentor == null || mentee == null ? -1 : edges.between(mentor, mentee);
            if (edge >= 0) {
                kept.add(edge);
            }
        }
        return new Aims(
                goals,
                kept.build().sorted().toArray(),
                waiting.stream()
                        .filter(positions::containsKey)
                        .mapToInt(person -> positions.getOrDefault(person, 0))
                        .sorted()
                        .toArray());
    }
}
