// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.counterpart.matching.solver.Chain.About;
import org.counterpart.matching.solver.Chain.Link;
import org.jspecify.annotations.Nullable;

/// Raises the pairs one after the other: among the answers in which the worst-off pair is as good as it can be, as few
/// pairs as possible are no better than that; then the next worst-off pair is raised, and so on to the best (the
/// lexicographic bottleneck problem, R. Burkard, F. Rendl 1991, doi 10.1016/0167-6377(91)90073-R). It settles every
/// benefit, and so the total too. Goals that come after it choose among what is equal.
///
/// The search keeps to one [Face] after the other and needs no weights, which would outgrow every number. Where roles
/// are open it is split as in [Totals]; a part is closed by the first thing in which it falls short.
final class Evenly {
    private final Problem problem;
    private final Roles open;
    private final int pairs;
    private final long floor;
    private final @Nullable Amounts worth;
    private final List<Goal> after;
    private final Progress progress;
    private final List<Chain> chains = new ArrayList<>();
    private int[] chosen;
    private boolean decided = true;

    /// @param chosen pairs that are best in everything asked before
    /// @param worth what the goals that add up so far weigh together, if there are any
    /// @param after goals that come later
    Evenly(
            Problem problem,
            Roles open,
            long floor,
            int[] chosen,
            @Nullable Amounts worth,
            List<Goal> after,
            Progress progress) {
        this.problem = problem;
        this.open = open;
        this.pairs = chosen.length;
        this.floor = floor;
        this.worth = worth;
        this.after = after.stream().filter(goal -> goal != Goal.TOTAL).toList();
        this.progress = progress;
        this.chosen = chosen;
    }

    int[] chosen() {
        return chosen;
    }

    List<Chain> chains() {
        return chains;
    }

    Evenly search() {
        improve(open.settledLike(problem, chosen));
        var waiting = new Waiting(open, problem.edges());
        var nothing = new Bound(1, 0, new long[0], new int[0], new long[0]);
        while (!waiting.isEmpty()) {
            Interruption.check();
            var roles = waiting.next();
            var graph = graph(roles);
            var torn = graph.copies == 1 ? close(roles, graph) : closeOrTorn(roles, graph);
            if (torn != null) {
                waiting.split(roles, torn, nothing);
            }
        }
        for (var rest : waiting.rest()) {
            decided = false;
            chains.add(new Chain(rest.mentors(), rest.mentees(), List.of()));
        }
        return this;
    }

    /// Whether every part was looked at.
    boolean decided() {
        return decided;
    }

    private Graph graph(Roles roles) {
        return Graph.of(problem, roles).above(floor);
    }

    /// Takes the best answer of settled roles if it is better than what is known.
    private void improve(Roles settled) {
        var turning = new Turning(problem, open, floor, chosen);
        var graph = graph(turning.turned(settled, pairs));
        var flow = Flow.most(graph, graph.inRoot(turning.most()));
        if (flow.size() == pairs) {
            follow(graph, flow, new ArrayList<>());
        }
    }

    private @Nullable Usage close(Roles roles, Graph graph) {
        var links = new ArrayList<Link>();
        var flow = Flow.most(graph, graph.inRoot(chosen));
        links.add(most(flow));
        if (flow.size() == pairs) {
            follow(graph, flow, links);
        }
        chains.add(roles.closed(links));
        return null;
    }

    /// How a part with open roles uses its people if that leaves it open.
    private @Nullable Usage closeOrTorn(Roles roles, Graph graph) {
        var links = new ArrayList<Link>();
        var flow = Flow.most(graph, graph.inRoot(chosen));
        links.add(most(flow));
        var used = flow.edges();
        if (flow.size() / 2 == pairs && flow.size() % 2 == 0) {
            var last = follow(graph, flow, links);
            if (last == null) {
                chains.add(roles.closed(links));
                return null;
            }
            used = IntStream.of(last).map(graph::inRoot).sorted().toArray();
        } else if (flow.size() / 2 < pairs) {
            chains.add(roles.closed(links));
            return null;
        }
        var usage = Usage.of(problem, graph, used);
        improve(roles.settledBy(usage));
        return usage;
    }

    private Link most(Flow flow) {
        return new Link(About.PAIRS, 0, null, problem.pricedOut(flow.cover(), 2));
    }

    /// Asks one thing after the other until the answers fall short of what is known or everything was asked, and adds
    /// the links. Better answers of settled roles become what is known; where roles are open, they may be none, and
    /// what is used by them is returned.
    private int @Nullable [] follow(Graph graph, Flow flow, List<Link> links) {
        var face = new Face(graph, flow);
        boolean better = false;
        for (var asked = first(); asked != null; asked = next(graph, face, asked, better)) {
            progress.at(Progress.Stage.WORST, -1);
            var question = asked;
            var best = face.best(edge -> question.counts(graph.origin(edge)));
            long known = sum(question, chosen);
            long reached = Math.floorDiv(best.total(), graph.copies);
            if (better || reached > known) {
                if (graph.copies == 2) {
                    return best.chosen();
                }
                better = true;
            }
            links.add(question.link(face.bound(best)));
            if (!better && reached < known) {
                return null;
            }
            if (best.total() != reached * graph.copies) {
                return best.chosen();
            }
            face.narrow(best);
        }
        if (better) {
            chosen =
                    graph.origins(IntStream.of(face.chosen()).map(graph::inRoot).toArray());
        }
        return null;
    }

    /// One thing that is asked of the answers.
    private final class Question {
        private final About about;
        private final long level;
        private final @Nullable Goal goal;
        private final Amounts amounts;

        Question(About about, long level, @Nullable Goal goal, Amounts amounts) {
            this.about = about;
            this.level = level;
            this.goal = goal;
            this.amounts = amounts;
        }

        long counts(int edge) {
            return about == About.ABOVE ? (amounts.at(edge) > level ? 1 : 0) : amounts.at(edge);
        }

        Link link(Bound bound) {
            return new Link(about, level, goal, bound);
        }
    }

    private static long sum(Question question, int[] edges) {
        return IntStream.of(edges).mapToLong(question::counts).sum();
    }

    private @Nullable Question first() {
        return worth != null ? new Question(About.SO_FAR, 0, null, worth) : level(Long.MIN_VALUE, chosen);
    }

    /// The next level is that of the known pairs, or of the better ones that are about to be known.
    private @Nullable Question next(Graph graph, Face face, Question before, boolean better) {
        var compared = better
                ? graph.origins(IntStream.of(face.chosen()).map(graph::inRoot).toArray())
                : chosen;
        return switch (before.about) {
            case PAIRS, SO_FAR -> level(Long.MIN_VALUE, compared);
            case ABOVE -> level(before.level, compared);
            case GOAL -> goal(after.indexOf(before.goal) + 1);
        };
    }

    /// For the lowest benefit above a level: that no pair falls between the two, then how many can be above it.
    private @Nullable Question level(long before, int[] compared) {
        var lowest = IntStream.of(compared)
                .mapToLong(problem.edges::benefit)
                .filter(benefit -> benefit > before)
                .min();
        if (lowest.isEmpty()) {
            return goal(0);
        }
        long level = lowest.getAsLong();
        if (level > floor && level - 1 > before) {
            return new Question(About.ABOVE, level - 1, null, problem.edges.benefit);
        }
        return level < problem.edges.highest ? new Question(About.ABOVE, level, null, problem.edges.benefit) : goal(0);
    }

    private @Nullable Question goal(int index) {
        return index >= after.size()
                ? null
                : new Question(About.GOAL, 0, after.get(index), problem.counts(after.get(index)));
    }
}
