// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.junit.jupiter.api.Test;

/// 100,000 draws, whose seeds are fixed, so that the same numbers come out each time.
class EqualChancesTest {
    private static final int DRAWS = 100_000;

    /// How often something as far from chance may come out where chances are equal.
    private static final double ERROR = 0.001;

    @Test
    void everyone_has_the_same_chance_whatever_the_size_of_their_stratum() {
        var applicants = Applying.at(1, 5, 7);
        var starts = new Counted();
        var reserves = new Counted();
        for (int draw = 0; draw < DRAWS; draw++) {
            var drawn = Applying.drawn(applicants, Applying.bySite(4, 2), new Secret("draw " + draw, ""));
            starts.add(drawn, Outcome.START_NOW);
            reserves.add(drawn, Outcome.RESERVE);
        }

        starts.areAsLikelyAs(4.0 / 13);
        reserves.areAsLikelyAs(2.0 / 13);
        starts.differWithinGroupsByChanceAlone();
        reserves.differWithinGroupsByChanceAlone();
    }

    @Test
    void everyone_of_a_role_has_the_same_chance_and_so_has_everyone_who_may_be_either() {
        var terms = Terms.byRole(new Seats(3, 1), new Seats(2, 1));
        var applicants = Applying.as(4, 3, 4);
        var starts = new Counted();
        for (int draw = 0; draw < DRAWS; draw++) {
            starts.add(Applying.drawn(applicants, terms, new Secret("draw " + draw, "")), Outcome.START_NOW);
        }

        starts.differWithinGroupsByChanceAlone();
    }

    @Test
    void every_order_of_the_reserve_is_as_likely_as_every_other() {
        var applicants = Applying.at(3, 3);
        var orders = new LinkedHashMap<List<String>, Integer>();
        for (int draw = 0; draw < DRAWS; draw++) {
            var drawn = Applying.drawn(applicants, Applying.bySite(2, 2), new Secret("draw " + draw, ""));
            orders.merge(Applying.ids(drawn.on(Outcome.RESERVE)), 1, Integer::sum);
        }
        double square = 0;
        for (var order : orders.entrySet()) {
            double turned = orders.getOrDefault(order.getKey().reversed(), 0);
            square += Math.pow(order.getValue() - turned, 2) / (order.getValue() + turned) / 2;
        }

        // One comparison for each two people: the one before the other, or the other before the one.
        assertThat(orders.keySet()).allMatch(order -> orders.containsKey(order.reversed()));
        assertThat(beyond(square, orders.size() / 2))
                .as("p of chi-square %s", square)
                .isGreaterThan(ERROR);
    }

    private static double beyond(double square, int degrees) {
        return ChiSquaredDistribution.of(degrees).survivalProbability(square);
    }

    /// How often each applicant was on a list, in groups whose people are alike to the draw.
    private static final class Counted {
        private final Map<String, Map<String, Integer>> groups = new LinkedHashMap<>();
        private final Map<String, Double> variance = new LinkedHashMap<>();

        void add(Drawn drawn, Outcome outcome) {
            var listed = new LinkedHashMap<String, Integer>();
            for (var place : drawn.places()) {
                var applicant = place.applicant();
                var group = applicant.stratum() + applicant.side().text();
                int on = place.outcome() == outcome ? 1 : 0;
                groups.computeIfAbsent(group, _ -> new TreeMap<>()).merge(applicant.id(), on, Integer::sum);
                listed.merge(group, on, Integer::sum);
            }
            // With a of n listed, counts spread as if each were drawn alone with this variance.
            listed.forEach((group, a) -> {
                double n = groups.getOrDefault(group, Map.of()).size();
                variance.merge(group, n == 1 ? 0 : a * (n - a) / (n * (n - 1)), Double::sum);
            });
        }

        /// Exact bounds (Clopper & Pearson 1934), which for all applicants together miss the truth at most once in
        /// a thousand times.
        void areAsLikelyAs(double chance) {
            int people = groups.values().stream().mapToInt(Map::size).sum();
            groups.values()
                    .forEach(each -> each.forEach((id, count) -> {
                        var bounds =
                                BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(DRAWS, count, ERROR / people);
                        assertThat(chance)
                                .as("chance of %s, on the list %d times in %d", id, count, DRAWS)
                                .isBetween(bounds.getLowerBound(), bounds.getUpperBound());
                    }));
        }

        void differWithinGroupsByChanceAlone() {
            variance.forEach((group, spread) -> {
                var counts = groups.getOrDefault(group, Map.of());
                double mean = counts.values().stream()
                        .mapToInt(each -> each)
                        .average()
                        .orElse(0);
                double square = counts.values().stream()
                        .mapToDouble(each -> Math.pow(each - mean, 2) / (spread == 0 ? 1 : spread))
                        .sum();
                if (counts.size() > 1) {
                    assertThat(beyond(square, counts.size() - 1))
                            .as("p of chi-square %.2f of %s: %s", square, group, counts)
                            .isGreaterThan(ERROR);
                }
            });
        }
    }
}
