// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.Arrays;
import java.util.Random;

/// Times of one kind of try, in milliseconds.
record Spread(double[] times) {
    private static final int DRAWS = 10_000;

    double median() {
        return median(times.clone());
    }

    /// Between what the difference of the medians (this less the other) lies in 95 of 100 draws with replacement: the
    /// percentile bootstrap of Efron.
    double[] differenceFrom(Spread other, Random random) {
        var differences = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            differences[i] = median(drawn(times, random)) - median(drawn(other.times, random));
        }
        Arrays.sort(differences);
        return new double[] {differences[DRAWS * 25 / 1_000], differences[DRAWS * 975 / 1_000 - 1]};
    }

    private static double[] drawn(double[] from, Random random) {
        var drawn = new double[from.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = from[random.nextInt(from.length)];
        }
        return drawn;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        int half = times.length / 2;
        return times.length % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2;
    }
}
