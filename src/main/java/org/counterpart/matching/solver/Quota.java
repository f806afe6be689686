// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import org.jspecify.annotations.Nullable;

/// Something the pairs must reach together: the sum of what each of them counts is at least `need`. A required quota
/// comes before everything else. Any other is kept as far as it can be once the most people are served, before the
/// goals.
///
/// @param counts by edge, possibly negative: a share of a hundredths counts 100 − a for a pair that belongs to it and
/// −a for any other, and needs 0
public record Quota(Amounts counts, long need, boolean required) {
    long reached(int[] edges) {
        long sum = 0;
        for (int edge : edges) {
            sum += counts.at(edge);
        }
        return sum;
    }

    /// What remains to be reached once some edges are made, counted for the edges at the given positions only.
    ///
    /// @param open all edges where null
    public Quota without(int[] made, int @Nullable [] open) {
        return new Quota(open == null ? counts : counts.at(open), need - reached(made), required);
    }

    Quota needing(long amount) {
        return new Quota(counts, amount, required);
    }
}
