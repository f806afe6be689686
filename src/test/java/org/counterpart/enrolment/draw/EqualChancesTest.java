// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    private static final String TABLE = """
            | list | stratum | chance | least often | most often | χ² | in one draw |
            |---|---|---|---|---|---|---|
            """;

    @Test
    void everyone_has_the_same_chance_whatever_the_size_of_their_stratum() throws IOException {
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
        starts.areWithinOneOfTheirShare(4.0 / 13);
        var table = TABLE + starts.told("start now", 4.0 / 13) + reserves.told("reserve", 2.0 / 13);
        Files.writeString(Path.of("target", "equal-chances.md"), table);
        assertThat(Files.readString(Path.of("docs/methods/draw.md")))
                .as("what docs/methods/draw.md says of it is in target/equal-chances.md")
                .contains(table);
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

    private static String text(String form, Object... figures) {
        return String.format(Locale.ROOT, form, figures);
    }

    private static double beyond(double square, int degrees) {
        return ChiSquaredDistribution.of(degrees).survivalProbability(square);
    }

    /// How often each applicant was on a list, in groups whose people are alike to the draw.
    private static final class Counted {
        private final Map<String, Map<String, Integer>> groups = new LinkedHashMap<>();
        private final Map<String, Double> variance = new LinkedHashMap<>();
        private final Map<String, IntSummaryStatistics> inOneDraw = new LinkedHashMap<>();

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
                inOneDraw
                        .computeIfAbsent(group, _ -> new IntSummaryStatistics())
                        .accept(a);
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
            groups.forEach((group, counts) -> {
                if (counts.size() > 1) {
                    assertThat(beyond(square(group), counts.size() - 1))
                            .as("p of chi-square %.2f of %s: %s", square(group), group, counts)
                            .isGreaterThan(ERROR);
                }
            });
        }

        private double square(String group) {
            var counts = groups.getOrDefault(group, Map.of());
            double spread = variance.getOrDefault(group, 0.0);
            double mean =
                    counts.values().stream().mapToInt(each -> each).average().orElse(0);
            return counts.values().stream()
                    .mapToDouble(each -> Math.pow(each - mean, 2) / (spread == 0 ? 1 : spread))
                    .sum();
        }

        void areWithinOneOfTheirShare(double chance) {
            inOneDraw.forEach((group, places) -> {
                double share = chance * groups.getOrDefault(group, Map.of()).size();
                assertThat(List.of(places.getMin(), places.getMax()))
                        .as("fewest and most of %s, whose share is %.2f", group, share)
                        .isSubsetOf((int) Math.floor(share), (int) Math.ceil(share));
            });
        }

        /// A line a stratum of the table in docs/methods/draw.md.
        String told(String list, double chance) {
            var lines = new StringBuilder();
            groups.forEach((group, counts) -> {
                var places = inOneDraw.getOrDefault(group, new IntSummaryStatistics());
                lines.append(text(
                        "| %s | %s of %d | %.5f | %s | %s | %s | %.2f: %d to %d |\n",
                        list,
                        group.substring(1, group.indexOf(']')),
                        counts.size(),
                        chance,
                        bounded(Collections.min(counts.values())),
                        bounded(Collections.max(counts.values())),
                        counts.size() == 1
                                ? "–"
                                : text(
                                        "%.2f (%d), p %.2f",
                                        square(group), counts.size() - 1, beyond(square(group), counts.size() - 1)),
                        chance * counts.size(),
                        places.getMin(),
                        places.getMax()));
            });
            return lines.toString();
        }

        private String bounded(int count) {
            int people = groups.values().stream().mapToInt(Map::size).sum();
            var bounds = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(DRAWS, count, ERROR / people);
            return text("%d (%.4f to %.4f)", count, bounds.getLowerBound(), bounds.getUpperBound());
        }
    }
}
