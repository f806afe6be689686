// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.Arrays;
import org.counterpart.matching.solver.Edges;

/// What the engines are asked: mentors are people 0 … `mentors` − 1, mentees come after them, and every edge leads
/// from a mentor to a mentee.
record Instance(int mentors, int[] capacity, Edges edges) {
    private static final long SEED = 7;

    /// @param family `dense` or `sparse` for a made-up employer, or one of [Families]
    static Instance of(String family, int side) {
        return switch (family) {
            case "dense" -> of(side, new Workplace(side, SEED).dense());
            case "sparse" -> of(side, new Workplace(side, SEED).sparse(62));
            default -> Families.of(family, side, SEED);
        };
    }

    /// One place for everybody.
    static Instance of(int mentors, Edges edges) {
        var capacity = new int[edges.people()];
        Arrays.fill(capacity, 1);
        return new Instance(mentors, capacity, edges);
    }

    int people() {
        return capacity.length;
    }

    int mentees() {
        return people() - mentors;
    }

    /// Whether [com.google.ortools.graph.LinearSumAssignment] could have an answer.
    boolean square() {
        return mentors == mentees() && Arrays.stream(capacity).allMatch(places -> places == 1);
    }
}
