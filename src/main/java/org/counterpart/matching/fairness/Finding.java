// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.FisherExactTest;

/// Whether a group differs from all others by more than chance explains.
///
/// @param chance how often dealing the same outcomes out to people at random would make at least as unlikely a
/// difference (Fisher's exact test, two-sided)
/// @param adjusted the same after allowing for every other comparison of the audit (S. Holm 1979)
/// @param more whether the group has more of it than the others, where it differs
public record Finding(double chance, double adjusted, boolean more) {
    /// In words.
    public enum Verdict {
        NO_DIFFERENCE,
        MORE,
        LESS
    }

    static Finding of(Rate group, Rate others) {
        var table =
                new int[][] {{group.count(), group.of() - group.count()}, {others.count(), others.of() - others.count()}
                };
        long all = (long) group.count() + others.count();
        double chance = all == 0 || all == (long) group.of() + others.of()
                ? 1
                : Math.min(1, FisherExactTest.withDefaults().test(table).getPValue());
        return new Finding(chance, chance, group.share() > others.share());
    }

    public Verdict verdict() {
        return adjusted > Rate.ERROR ? Verdict.NO_DIFFERENCE : more ? Verdict.MORE : Verdict.LESS;
    }

    /// The same findings, allowing for all of them at once: the chance that any of them is called a difference where
    /// there is none stays at 5 percent.
    static List<Finding> together(List<Finding> findings) {
        var order = IntStream.range(0, findings.size())
                .boxed()
                .sorted(Comparator.comparingDouble(each -> findings.get(each).chance()))
                .toList();
        var adjusted = new double[findings.size()];
        double least = 0;
        for (int i = 0; i < order.size(); i++) {
            least = Math.max(
                    least,
                    Math.min(1, (order.size() - i) * findings.get(order.get(i)).chance()));
            adjusted[order.get(i)] = least;
        }
        return IntStream.range(0, adjusted.length)
                .mapToObj(i -> new Finding(
                        findings.get(i).chance(), adjusted[i], findings.get(i).more()))
                .toList();
    }
}
