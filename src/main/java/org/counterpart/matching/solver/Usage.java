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

    static Usage of(Problem problem, Graph graph, boolean[] used) {
        var usage = new Usage(problem.people());
        for (int edge = 0; edge < used.length; edge++) {
            if (used[edge]) {
                usage.asMentor[problem.mentor[graph.origin[edge]]]++;
                usage.asMentee[problem.mentee[graph.origin[edge]]]++;
            }
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
