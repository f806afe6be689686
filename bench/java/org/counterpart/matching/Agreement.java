// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How well a method's answers agree with the labels: 0 none, 1 in part, 2 in full, at the same positions. Intervals
/// are for 95 %: exact ones (Clopper & Pearson 1934) for shares, percentiles of 2,000 resamples for kappa.
record Agreement(List<Integer> labels, List<Integer> answers) {
    private static final int RESAMPLES = 2_000;

    int right() {
        return count((label, answer) -> label == answer);
    }

    /// Cohen's kappa with linear weights: full taken for none is twice as wrong as full taken for part.
    double kappa() {
        return kappa(labels, answers);
    }

    String report() {
        int met = count((_, answer) -> answer > 0);
        int toMeet = count((label, _) -> label > 0);
        int both = count((label, answer) -> label > 0 && answer > 0);
        return "right %s  kappa %s  precision %s  recall %s"
                .formatted(share(right(), labels.size()), kappaTold(), share(both, met), share(both, toMeet));
    }

    private String kappaTold() {
        var random = new Random(1);
        var kappas = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            var drawn = random.ints(labels.size(), 0, labels.size()).boxed().toList();
            kappas[i] = kappa(
                    drawn.stream().map(labels::get).toList(),
                    drawn.stream().map(answers::get).toList());
        }
        Arrays.sort(kappas);
        return String.format(
                Locale.ROOT, "%.2f [%.2f, %.2f]", kappa(), kappas[RESAMPLES / 40], kappas[RESAMPLES * 39 / 40]);
    }

    private static double kappa(List<Integer> labels, List<Integer> answers) {
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < labels.size(); i++) {
            observed += Math.abs(labels.get(i) - answers.get(i));
            for (int j = 0; j < answers.size(); j++) {
                expected += Math.abs(labels.get(i) - answers.get(j)) / (double) labels.size();
            }
        }
        return expected == 0 ? 1 : 1 - observed / expected;
    }

    private static String share(int part, int whole) {
        return whole == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%3d/%3d = %.2f [%.2f, %.2f]",
                        part,
                        whole,
                        part / (double) whole,
                        part == 0 ? 0 : bound(part - 1, whole, 0.975),
                        part == whole ? 1 : bound(part, whole, 0.025));
    }

    /// The chance at which at most `part` of `whole` happen this likely.
    static double bound(int part, int whole, double likely) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double chance = (low + high) / 2;
            if (atMost(part, whole, chance) > likely) {
                low = chance;
            } else {
                high = chance;
            }
        }
        return low;
    }

    static double atMost(int part, int whole, double chance) {
        double sum = 0;
        double ways = 0;
        for (int k = 0; k <= part; k++) {
            sum += Math.exp(ways + k * Math.log(chance) + (whole - k) * Math.log1p(-chance));
            ways += Math.log(whole - k) - Math.log(k + 1);
        }
        return sum;
    }

    private int count(Test test) {
        int count = 0;
        for (int i = 0; i < labels.size(); i++) {
            count += test.holds(labels.get(i), answers.get(i)) ? 1 : 0;
        }
        return count;
    }

    private interface Test {
        boolean holds(int label, int answer);
    }
}
