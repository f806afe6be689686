// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import org.jspecify.annotations.Nullable;

/// Where a search may begin: edges of the problem that were good, a benefit that the worst-off pair had, and prices
/// that proved something like what is asked now. Nothing of it need be true; what is found from it is exact anyway.
/// A price of −1 is that of somebody about whom nothing is known.
record Hint(int[] edges, long worst, @Nullable Bound prices) {
    Hint with(int[] better) {
        return new Hint(better, worst, prices);
    }

    Hint with(@Nullable Bound better) {
        return new Hint(edges, worst, better);
    }
}
