// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the figures against definitions in exact fractions, and against values that are known elsewhere.
class IntervalsTest {
    /// Values of `binom.test(x, n)$conf.int` in R, as its documentation and textbooks print them.
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.3084971",
        "10, 10, 0.6915029, 1",
        "5, 10, 0.1870860, 0.8129140",
        "682, 925, 0.7076683, 0.7654066"
    })
    void a_rate_has_the_interval_that_r_gives_it(int count, int of, double low, double high) {
        assertThat(new Rate(count, of).interval().low()).isCloseTo(low, within(5e-7));
        assertThat(new Rate(count, of).interval().high()).isCloseTo(high, within(5e-7));
    }

    /// The ends are where the tails of the binomial weigh 2.5 percent, which is the definition.
    @ParameterizedTest
    @CsvSource({"1, 8", "3, 29", "7, 12", "28, 29", "40, 200"})
    void outside_its_interval_a_rate_would_be_this_far_off_once_in_forty(int count, int of) {
        var interval = new Rate(count, of).interval();

        assertThat(tail(count, of, of, interval.low())).isCloseTo(0.025, within(1e-9));
        assertThat(tail(0, count, of, interval.high())).isCloseTo(0.025, within(1e-9));
    }

    @Test
    void nobody_of_a_few_says_little_and_nobody_of_many_says_much() {
        assertThat(new Rate(0, 8).interval().high()).isCloseTo(1 - Math.pow(0.025, 1 / 8.0), within(1e-12));
        assertThat(new Rate(0, 8).interval().high()).isGreaterThan(0.36);
        assertThat(new Rate(0, 800).interval().high()).isLessThan(0.005);
    }

    @Test
    void a_ratio_holds_as_often_as_it_says_whatever_the_true_rates_are() {
        for (double group : new double[] {0.3, 0.7, 0.95}) {
            for (double others : new double[] {0.5, 0.9}) {
                assertThat(coverage(group, 9, others, 14)).isGreaterThanOrEqualTo(0.95);
            }
        }
    }

    @Test
    void a_ratio_without_anybody_to_compare_with_is_refused() {
        assertThatThrownBy(() -> new Ratio(new Rate(3, 8), new Rate(0, 9)))
                .hasMessageContaining("None of the 9 others");
    }

    /// Which values bound the median is tabled, for example in Hahn & Meeker, Statistical Intervals.
    @ParameterizedTest
    @CsvSource({"6, 1", "8, 1", "9, 2", "12, 3", "15, 4", "17, 5", "20, 6"})
    void the_median_lies_between_the_tabled_values(int values, int place) {
        assertThat(Middle.place(values)).isEqualTo(place);
    }

    @Test
    void a_median_has_its_interval_among_the_values_in_any_order() {
        var middle = Middle.of(new int[] {9, 2, 7, 4, 1, 8, 3, 6, 5});

        assertThat(middle).isEqualTo(new Middle(5, 2, 8));
        assertThatThrownBy(() -> Middle.of(new int[] {1, 2, 3, 4, 5})).hasMessageContaining("at least 6");
    }

    /// The lady tasting tea (Fisher 1935): all of four right is 2 of 70, three right 34 of 70.
    @Test
    void chance_explains_three_cups_of_four_and_hardly_four() {
        assertThat(Finding.of(new Rate(4, 4), new Rate(0, 4)).chance()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(Finding.of(new Rate(3, 4), new Rate(1, 4)).chance()).isCloseTo(34 / 70.0, within(1e-12));
    }

    @Test
    void where_nobody_or_everybody_is_left_out_there_is_no_difference() {
        assertThat(Finding.of(new Rate(0, 9), new Rate(0, 20)).chance()).isEqualTo(1);
        assertThat(Finding.of(new Rate(9, 9), new Rate(20, 20)).verdict()).isEqualTo(Finding.Verdict.NO_DIFFERENCE);
    }

    /// The example of `p.adjust(c(0.01, 0.02, 0.03, 0.04), "holm")`: 0.04, 0.06, 0.06, 0.06.
    @Test
    void many_comparisons_are_judged_together() {
        var findings = IntStream.of(4, 1, 3, 2)
                .mapToObj(hundredths -> new Finding(hundredths / 100.0, 0, true))
                .toList();

        assertThat(Finding.together(findings))
                .extracting(Finding::adjusted)
                .usingComparatorForType((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1, Double.class)
                .containsExactly(0.06, 0.04, 0.06, 0.06);
    }

    /// How often the interval holds the true ratio, over everything that can come out.
    private static double coverage(double group, int of, double others, int ofOthers) {
        double covered = 0;
        for (int here = 0; here <= of; here++) {
            for (int there = 0; there <= ofOthers; there++) {
                double weight = tail(here, here, of, group) * tail(there, there, ofOthers, others);
                if (there == 0) {
                    covered += weight;
                    continue;
                }
                var interval = new Ratio(new Rate(here, of), new Rate(there, ofOthers)).interval();
                double ratio = group / others;
                covered += interval.low() <= ratio && ratio <= interval.high() ? weight : 0;
            }
        }
        return covered;
    }

    /// P(from ≤ X ≤ to) for a binomial X, in decimals of 40 digits.
    private static double tail(int from, int to, int of, double rate) {
        var p = new BigDecimal(rate);
        var q = BigDecimal.ONE.subtract(p);
        var sum = BigDecimal.ZERO;
        for (int x = from; x <= to; x++) {
            sum = sum.add(new BigDecimal(choose(of, x))
                    .multiply(p.pow(x, new MathContext(40)))
                    .multiply(q.pow(of - x, new MathContext(40)), new MathContext(40)));
        }
        return sum.doubleValue();
    }

    private static BigInteger choose(int of, int x) {
        var ways = BigInteger.ONE;
        for (int i = 1; i <= x; i++) {
            ways = ways.multiply(BigInteger.valueOf(of - x + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
