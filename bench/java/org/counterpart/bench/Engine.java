// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import com.google.ortools.Loader;
import com.google.ortools.graph.LinearSumAssignment;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.counterpart.matching.solver.Goal;
import org.counterpart.matching.solver.Problem;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.solver.Solver;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// Whoever answers an [Instance] with the most pairs and, among those, the greatest total. Building what the engine
/// wants to be given is part of its time, as it is of ours.
enum Engine {
    /// Knows perfect matchings alone, so it answers only where everybody can be paired.
    OR_ASSIGNMENT {
        @Override
        Answer answer(Instance instance) {
            if (!instance.square()) {
                return Answer.NONE;
            }
            var solver = new LinearSumAssignment();
            var edges = instance.edges();
            for (int mentor = 0; mentor < instance.mentors(); mentor++) {
                for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                    solver.addArcWithCost(mentor, edges.mentee(edge) - instance.mentors(), -edges.benefit(edge));
                }
            }
            return solver.solve() == LinearSumAssignment.Status.OPTIMAL
                    ? new Answer(instance.mentors(), -solver.getOptimalCost())
                    : Answer.NONE;
        }
    },
    OR_FLOW {
        @Override
        Answer answer(Instance instance) {
            int people = instance.people();
            var edges = instance.edges();
            var solver = new MinCostFlow(people + 2, edges.size() + people);
            for (int mentor = 0; mentor < instance.mentors(); mentor++) {
                for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                    solver.addArcWithCapacityAndUnitCost(mentor, edges.mentee(edge), 1, -edges.benefit(edge));
                }
            }
            long places = 0;
            for (int person = 0; person < people; person++) {
                boolean mentor = person < instance.mentors();
                solver.addArcWithCapacityAndUnitCost(
                        mentor ? people : person, mentor ? person : people + 1, instance.capacity()[person], 0);
                places += mentor ? instance.capacity()[person] : 0;
            }
            solver.setNodeSupply(people, places);
            solver.setNodeSupply(people + 1, -places);
            return solver.solveMaxFlowWithMinCost() == MinCostFlowBase.Status.OPTIMAL
                    ? new Answer(solver.getMaximumFlow(), -solver.getOptimalCost())
                    : Answer.NONE;
        }
    },
    /// It makes the weight alone as large as possible, so a pair's being there is worth more than any total.
    JGRAPHT {
        private static final long PAIR = 1_000_000;

        @Override
        Answer answer(Instance instance) {
            if (!Arrays.stream(instance.capacity()).allMatch(places -> places == 1)) {
                return Answer.NONE;
            }
            var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
            var mentors = new HashSet<Integer>();
            var mentees = new HashSet<Integer>();
            for (int person = 0; person < instance.people(); person++) {
                graph.addVertex(person);
                (person < instance.mentors() ? mentors : mentees).add(person);
            }
            var edges = instance.edges();
            for (int mentor = 0; mentor < instance.mentors(); mentor++) {
                for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                    graph.setEdgeWeight(graph.addEdge(mentor, edges.mentee(edge)), PAIR + edges.benefit(edge));
                }
            }
            var matching = new MaximumWeightBipartiteMatching<>(graph, mentors, mentees).getMatching();
            int pairs = matching.getEdges().size();
            return new Answer(pairs, Math.round(matching.getWeight()) - PAIR * pairs);
        }
    },
    OURS {
        @Override
        Answer answer(Instance instance) {
            return ours(instance, List.of(Goal.TOTAL));
        }
    },
    /// The worst-off pair first: another question, which nobody else here can be asked.
    OURS_FAIR {
        @Override
        Answer answer(Instance instance) {
            return ours(instance, List.of(Goal.WORST, Goal.TOTAL));
        }
    },
    /// No engine: every edge looked at once, in order. The answer is of no use but that it has to be worked out.
    READ {
        @Override
        Answer answer(Instance instance) {
            var edges = instance.edges();
            return new Answer(
                    -1,
                    IntStream.range(0, edges.size())
                            .mapToLong(edge -> edges.benefit(edge) ^ edges.mentee(edge))
                            .sum());
        }
    };

    /// Both −1 where there is none.
    record Answer(long pairs, long total) {
        static final Answer NONE = new Answer(-1, -1);
    }

    abstract Answer answer(Instance instance);

    /// What has to be there before it can be asked.
    void load() {
        if (isForeign() && this != JGRAPHT) {
            Loader.loadNativeLibraries();
        }
    }

    /// Somebody else's, and asked the same as [#OURS].
    boolean isForeign() {
        return this == OR_ASSIGNMENT || this == OR_FLOW || this == JGRAPHT;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Answer ours(Instance instance, List<Goal> goals) {
        var found = Solver.solve(Problem.of(instance.capacity(), instance.edges()), goals, Progress.SILENT)
                .objective();
        return new Answer(found.pairs(), found.total());
    }
}
