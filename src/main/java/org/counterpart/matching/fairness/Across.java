// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

/// Pairs across departments beside what chance would give (R23): the share of all candidates that cross, which is
/// what pairs drawn from among them would show. Only pairs and candidates whose departments are both known count.
///
/// @param pairs of the run, `across` of them across departments
/// @param candidates that the required rules allow, `candidatesAcross` of them across departments
public record Across(int pairs, int across, long candidates, long candidatesAcross) {
    public double expected() {
        return candidates == 0 ? 0 : (double) candidatesAcross / candidates;
    }
}
