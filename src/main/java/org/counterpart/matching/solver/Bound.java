// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// Prices that prove a bound. With D the denominator, p ≥ 0 a price for each person, s ≥ 0 a surcharge for each
/// edge, λ an amount for each pair, and μ ≥ 0 a multiplier for each quota, of which an edge counts a and the pairs need
/// n: if p(mentor) + p(mentee) + s(edge) + λ ≥ D · value(edge) + Σ μ · a(edge) for every edge allowed, then no P pairs
/// that keep the quotas are worth more than ⌊(Σ capacity · p + Σ s + λ · P − Σ μ · n) / D⌋. `surchargedEdges` and
/// `surcharges` go together; `multipliers` are empty where there is no quota.
public record Bound(
        long denominator, long perPair, long[] prices, int[] surchargedEdges, long[] surcharges, long[] multipliers) {
    public Bound(long denominator, long perPair, long[] prices, int[] surchargedEdges, long[] surcharges) {
        this(denominator, perPair, prices, surchargedEdges, surcharges, new long[0]);
    }
}
