// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.math.BigDecimal;
import org.counterpart.matching.solver.Edges;

/// What is to be matched, with names: person `i` is `ids[i]` with `capacity[i]` places; the benefit of every edge
/// is in units of 10^−`decimals`. `pinned` edges are made whatever they cost.
public record Instance(String[] ids, int[] capacity, Edges edges, int decimals, int[] pinned, Aims aims) {
    public Instance(String[] ids, int[] capacity, Edges edges, int decimals, int[] pinned) {
        this(ids, capacity, edges, decimals, pinned, Aims.STANDARD);
    }

    public Instance with(Aims wanted) {
        return new Instance(ids, capacity, edges, decimals, pinned, wanted);
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
