// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Settles open roles so that they carry so many pairs: people who may be either and are to spare in one role take
/// the other one, each at most once.
final class Turning {
    private static final int TURNS = 16;

    private final Problem problem;
    private final Roles open;
    private final long floor;
    private int[] pairs;
    private int[] most = {};
    private final BitSet turned = new BitSet();

    /// @param pairs to begin with
    Turning(Problem problem, Roles open, long floor, int[] pairs) {
        this.problem = problem;
        this.open = open;
        this.floor = floor;
        this.pairs = pairs;
    }

    /// The most pairs that any of the roles tried so far carry, as edges of the problem.
    int[] most() {
        return most;
    }

    /// Roles near the given ones, by which so many pairs can be made, or the last that were tried.
    Roles turned(Roles settled, int wanted) {
        var roles = settled;
        for (int turn = 1; ; turn++) {
            Interruption.check();
            var graph = Graph.of(problem, roles).above(floor);
            pairs = graph.origins(Flow.most(graph, graph.inRoot(pairs)).edges());
            most = pairs.length > most.length ? pairs : most;
            int missing = wanted - pairs.length;
            if (missing <= 0 || turn == TURNS) {
                return roles;
            }
            int[] turning = new Spare(problem, roles, graph, pairs).turning(this::mayTurn, missing);
            // Every turn finds fewer people than the one before, so what is out of reach by then stays so.
            if (turning.length == 0 || (long) turning.length * (TURNS - turn) < missing) {
                return roles;
            }
            IntStream.of(turning).forEach(turned::set);
            roles = roles.turned(turning);
        }
    }

    private boolean mayTurn(int person) {
        return open.isOpen(person) && !turned.get(person);
    }
}
