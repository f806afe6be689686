// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One part of a search: roles assumed, edges of the problem that are assumed to be made and not to be made, and the
/// multipliers at which to begin. `known` is a bound that holds for it already, none for the whole question.
record Part(
        Roles roles,
        int[] made,
        int[] unmade,
        long @Nullable [] multipliers,
        @Nullable Known known) {
    /// A bound and the most that it allows.
    record Known(Bound bound, long most) {}

    static Part whole(Roles open) {
        return new Part(open, new int[0], new int[0], null, null);
    }

    Part with(Roles assumed) {
        return new Part(assumed, made, unmade, multipliers, known);
    }

    Part beginningAt(long[] from, Known already) {
        return new Part(roles, made, unmade, from, already);
    }

    Part anew() {
        return new Part(roles, made, unmade, null, null);
    }

    Part making(int edge, Problem problem) {
        var settled = roles;
        if (settled.isOpen(problem.edges.mentor(edge))) {
            settled = settled.withMentor(problem.edges.mentor(edge));
        }
        if (settled.isOpen(problem.edges.mentee(edge))) {
            settled = settled.withMentee(problem.edges.mentee(edge));
        }
        return new Part(settled, and(made, edge), unmade, multipliers, known);
    }

    Part unmaking(int edge) {
        return new Part(roles, made, and(unmade, edge), multipliers, known);
    }

    Case closed(boolean impossible, Bound bound) {
        var assumed = roles.closed(impossible, bound);
        return new Case(assumed.mentors(), assumed.mentees(), made, unmade, impossible, bound);
    }

    boolean leavesOpen(int edge) {
        return Arrays.binarySearch(made, edge) < 0 && Arrays.binarySearch(unmade, edge) < 0;
    }

    /// Places that remain beside the edges made.
    int[] places(Problem problem) {
        var places = problem.capacity.clone();
        for (int edge : made) {
            places[problem.edges.mentor(edge)]--;
            places[problem.edges.mentee(edge)]--;
        }
        return places;
    }

    private static int[] and(int[] some, int edge) {
        return IntStream.concat(IntStream.of(some), IntStream.of(edge)).sorted().toArray();
    }
}
