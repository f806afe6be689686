// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Goal;

/// What is to be matched, with names: person `i` is `ids[i]` with `capacity[i]` places; the benefit of every edge
/// is in units of 10^−`decimals`. `pinned` edges are made whatever they cost. `unweighed` is how many more pairs are
/// allowed that are no edges, because an index passed them over.
public record Instance(
        String[] ids, int[] capacity, Edges edges, int decimals, int[] pinned, Aims aims, long unweighed) {
    public Instance(String[] ids, int[] capacity, Edges edges, int decimals, int[] pinned) {
        this(ids, capacity, edges, decimals, pinned, Aims.STANDARD, 0);
    }

    public Instance with(Aims wanted) {
        return new Instance(ids, capacity, edges, decimals, pinned, wanted, unweighed);
    }

    /// The same with other pins, without one of the edges, and with as few changes as possible as the last goal.
    ///
    /// @param gone −1 for none
    /// @param made the edges that should stay if they can
    public Instance again(int[] pins, int gone, int[] made) {
        var goals = new ArrayList<>(aims.goals());
        goals.remove(Goal.KEPT);
        goals.add(Goal.KEPT);
        return new Instance(
                ids,
                capacity,
                gone < 0 ? edges : edges.without(gone),
                decimals,
                without(gone, pins),
                new Aims(goals, without(gone, made), aims.waiting(), aims.quotas()),
                unweighed);
    }

    private static int[] without(int gone, int[] some) {
        return gone < 0
                ? some
                : IntStream.of(some)
                        .filter(edge -> edge != gone)
                        .map(edge -> edge > gone ? edge - 1 : edge)
                        .toArray();
    }

    public int people() {
        return ids.length;
    }

    public String mentorId(int edge) {
        return ids[edges.mentor(edge)];
    }

    public String menteeId(int edge) {
        return ids[edges.mentee(edge)];
    }

    /// An amount in units as an exact decimal.
    public BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, decimals);
    }
}
