// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// Prices that prove a bound. With D the denominator, p ≥ 0 a price for each person, s ≥ 0 a surcharge for each
/// edge and λ an amount for each pair: if p(mentor) + p(mentee) + s(edge) + λ ≥ D · value(edge) for every edge
/// allowed, then no P pairs are worth more than ⌊(Σ capacity · p + Σ s + λ · P) / D⌋. `surchargedEdges` and
/// `surcharges` go together.
public record Bound(long denominator, long perPair, long[] prices, int[] surchargedEdges, long[] surcharges) {}
