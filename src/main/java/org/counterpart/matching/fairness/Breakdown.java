// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterpart.matching.fairness.Groups.Block;
import org.jspecify.annotations.Nullable;

/// One population by one attribute.
///
/// @param all left out of the whole population
/// @param groups how many different ones there are
/// @param rows two or more, or none where there is nothing to compare: everybody is in one group, or no two groups are
/// large enough
public record Breakdown(Population population, Attribute attribute, Rate all, int groups, List<Row> rows) {
    public Breakdown {
        rows = List.copyOf(rows);
    }

    static Breakdown of(Population population, Attribute attribute, List<Participant> people) {
        var blocks = Groups.of(people, attribute);
        int groups = blocks.stream().mapToInt(block -> block.names().size()).sum();
        var points = population == Population.WAITED ? new int[0] : points(people);
        var rows = new ArrayList<Row>();
        for (var block : blocks.size() == 1 ? List.<Block>of() : blocks) {
            rows.add(row(block, people, points));
        }
        return new Breakdown(population, attribute, leftOut(people), groups, rows);
    }

    static Rate leftOut(List<Participant> people) {
        return new Rate((int) people.stream().filter(Participant::leftOut).count(), people.size());
    }

    /// Every finding, in the order in which [#judged] takes them back.
    Stream<Finding> findings() {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.leftOutFinding()), Stream.ofNullable(row.pointsFinding())));
    }

    Breakdown judged(Iterator<Finding> judged) {
        return new Breakdown(
                population,
                attribute,
                all,
                groups,
                rows.stream()
                        .map(row -> row.with(judged.next(), row.pointsFinding() == null ? null : judged.next()))
                        .toList());
    }

    private static Row row(Block block, List<Participant> people, int[] pointsOfAll) {
        var here = leftOut(block.people());
        var all = leftOut(people);
        var others = new Rate(all.count() - here.count(), all.of() - here.of());
        var points = pointsOfAll.length == 0 ? pointsOfAll : points(block.people());
        return new Row(
                block.names(),
                here,
                others.count() == others.of() ? null : new Ratio(here.rest(), others.rest()),
                middle(points),
                Finding.of(here, others),
                above(points, pointsOfAll));
    }

    /// Whether more of the group lie above the median of all than of the others (the exact median test).
    private static @Nullable Finding above(int[] points, int[] all) {
        if (points.length < FairnessAudit.SMALLEST || all.length - points.length < FairnessAudit.SMALLEST) {
            return null;
        }
        double median = Middle.median(all);
        int here = above(points, median);
        return Finding.of(
                new Rate(here, points.length), new Rate(above(all, median) - here, all.length - points.length));
    }

    private static int above(int[] points, double median) {
        int above = 0;
        for (int each : points) {
            above += each > median ? 1 : 0;
        }
        return above;
    }

    private static @Nullable Middle middle(int[] points) {
        return points.length < FairnessAudit.SMALLEST ? null : Middle.of(points);
    }

    private static int[] points(List<Participant> people) {
        return people.stream()
                .map(Participant::points)
                .filter(Objects::nonNull)
                .mapToInt(points -> points)
                .sorted()
                .toArray();
    }
}
