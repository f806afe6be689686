// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

/// The impact ratio: how often people of a group are paired, over how often all others are; 1 is the same, 0.5 is
/// half as often. The interval divides the ends of two exact intervals (Clopper & Pearson 1934) that hold at
/// √0.95 each. The two groups are different people, so both hold together at least at 0.95, and so does the ratio.
/// That is wider than the best exact interval (Reiczigel, Abonyi-Tóth & Singer 2008), but anyone can
/// compute it again from four quantiles.
///
/// @param others with at least one person in a pair
public record Ratio(Rate group, Rate others) {
    private static final double ERROR_OF_ONE = 1 - Math.sqrt(1 - Rate.ERROR);

    public Ratio {
        if (others.count() == 0) {
            throw new IllegalArgumentException(
                    "None of the %d others is in a pair, so there is no ratio.".formatted(others.of()));
        }
    }

    public double value() {
        return group.share() / others.share();
    }

    /// At 95 percent.
    public Interval interval() {
        var here = group.interval(ERROR_OF_ONE);
        var there = others.interval(ERROR_OF_ONE);
        return new Interval(here.low() / there.high(), here.high() / there.low());
    }
}
