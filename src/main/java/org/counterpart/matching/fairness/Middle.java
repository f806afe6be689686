// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The median of some people's points, with an exact interval between two of their values (W. Thompson 1936, doi
/// 10.1214/aoms/1177732502): each value lies below the true median with chance ½ at most, so their count is binomial.
/// It holds at 95 percent or more, also where many values are equal.
///
/// @param median in points; halves are possible
/// @param low in points, and `high` too
public record Middle(double median, int low, int high) {
    /// Fewer values than this have no interval at 95 percent.
    static final int FEWEST = 6;

    static Middle of(int[] points) {
        if (points.length < FEWEST) {
            throw new IllegalArgumentException(
                    "%d values have no interval; at least %d have.".formatted(points.length, FEWEST));
        }
        var sorted = points.clone();
        Arrays.sort(sorted);
        int place = place(sorted.length);
        return new Middle(median(sorted), sorted[place - 1], sorted[sorted.length - place]);
    }

    /// The interval goes from the value at this place from below, counted from 1, to the one from above.
    static int place(int values) {
        var count = BinomialDistribution.of(values, 0.5);
        int place = 0;
        while (count.cumulativeProbability(place) <= Rate.ERROR / 2) {
            place++;
        }
        return place;
    }

    static double median(int[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
