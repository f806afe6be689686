// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.TreeMap;

/// Surcharges collected edge by edge; both copies of an edge add up.
final class Surcharges {
    private final TreeMap<Integer, Long> byEdge = new TreeMap<>();

    Surcharges copy() {
        var copy = new Surcharges();
        copy.byEdge.putAll(byEdge);
        return copy;
    }

    void add(int edge, long amount) {
        byEdge.merge(edge, amount, Math::addExact);
    }

    Bound bound(long denominator, long perPair, long[] prices) {
        return bound(denominator, perPair, prices, new long[0]);
    }

    Bound bound(long denominator, long perPair, long[] prices, long[] multipliers) {
        return new Bound(
                denominator,
                perPair,
                prices,
                byEdge.keySet().stream().mapToInt(Integer::intValue).toArray(),
                byEdge.values().stream().mapToLong(Long::longValue).toArray(),
                multipliers);
    }
}
