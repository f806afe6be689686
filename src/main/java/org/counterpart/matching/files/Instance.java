// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.math.BigDecimal;

/// What is to be matched, with names: person `i` is `ids[i]` with `capacity[i]` places; edge `e` pairs `mentor[e]`
/// with `mentee[e]` for `benefit[e]` units of 10^−`decimals`. `pinned` edges are made whatever they cost.
public record Instance(
        String[] ids, int[] capacity, int[] mentor, int[] mentee, long[] benefit, int decimals, int[] pinned) {
    public int people() {
        return ids.length;
    }

    public int edges() {
        return mentor.length;
    }

    /// An amount in units as an exact decimal.
    public BigDecimal decimal(long units) {
        return BigDecimal.valueOf(units, decimals);
    }
}
