// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// How often each person is used in either role by a set of edges of a graph.
final class Usage {
    private final int[] asMentor;
    private final int[] asMentee;

    private Usage(int people) {
        asMentor = new int[people];
        asMentee = new int[people];
    }

    /// @param used edges of the root of the graph
    static Usage of(Problem problem, Graph graph, int[] used) {
        var usage = new Usage(problem.people());
        for (int edge : used) {
            int origin = graph.origin(graph.fromRoot(edge));
            usage.asMentor[problem.edges.mentor(origin)]++;
            usage.asMentee[problem.edges.mentee(origin)]++;
        }
        return usage;
    }

    int asMentor(int person) {
        return asMentor[person];
    }

    int asMentee(int person) {
        return asMentee[person];
    }

    int conflict(int person) {
        return Math.min(asMentor[person], asMentee[person]);
    }
}
