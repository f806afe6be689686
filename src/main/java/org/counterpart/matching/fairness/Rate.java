// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// So many of so many. Its interval is exact (C. Clopper, E. Pearson 1934, doi 10.1093/biomet/26.4.404): whatever
/// the true rate, it holds it at least as often as it says, however few people there are.
///
/// @param of at least 1
public record Rate(int count, int of) {
    static final double ERROR = 0.05;

    public Rate {
        if (of < 1 || count < 0 || count > of) {
            throw new IllegalArgumentException("%d of %d is no rate.".formatted(count, of));
        }
    }

    public double share() {
        return (double) count / of;
    }

    /// At 95 percent.
    public Interval interval() {
        return interval(ERROR);
    }

    Interval interval(double error) {
        var interval = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(of, count, error);
        return new Interval(interval.getLowerBound(), interval.getUpperBound());
    }

    Rate rest() {
        return new Rate(of - count, of);
    }
}
