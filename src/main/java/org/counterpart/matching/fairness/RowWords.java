// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.ArrayList;
import java.util.List;
import org.counterpart.matching.fairness.Finding.Verdict;
import org.counterpart.matching.fairness.Section.Cell;
import org.counterpart.matching.fairness.Section.Line;
import org.counterpart.matching.fairness.Section.Plot;
import org.counterpart.matching.fairness.Section.Table;
import org.counterpart.web.Words;
import org.jspecify.annotations.Nullable;

/// Says one table of the audit in words.
final class RowWords {
    private static final int NAMES_SHOWN = 6;

    private final Words words;

    RowWords(Words words) {
        this.words = words;
    }

    Table table(Breakdown breakdown) {
        boolean waited = breakdown.population() == Population.WAITED;
        var headings = new ArrayList<String>();
        headings.add(words.say("fairness.attribute." + breakdown.attribute()));
        headings.add(words.say("fairness.heading.finding"));
        headings.add(words.say(waited ? "fairness.heading.waiting" : "fairness.heading.left-out"));
        headings.add(words.say("fairness.heading.ratio"));
        if (!waited) {
            headings.add(words.say("fairness.heading.points"));
        }
        return new Table(
                words.say("fairness.by." + breakdown.attribute()),
                headings,
                breakdown.rows().stream()
                        .map(row -> line(row, breakdown, waited))
                        .toList());
    }

    /// A text about a rate: how many, of how many, in percent, and the interval.
    String rate(String key, Rate rate) {
        var interval = rate.interval();
        return words.say(key, rate.count(), rate.of(), 100 * rate.share(), 100 * interval.low(), 100 * interval.high());
    }

    private Line line(Row row, Breakdown breakdown, boolean waited) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(finding(row, waited)));
        cells.add(new Cell(
                rate("fairness.rate", row.leftOut()),
                rate("fairness.rate.interval", row.leftOut()),
                new Plot(
                        row.leftOut().share(),
                        row.leftOut().interval(),
                        breakdown.all().share())));
        cells.add(ratio(row));
        if (!waited) {
            cells.add(points(row.points()));
        }
        return new Line(
                label(row.groups(), breakdown.attribute()),
                row.groups().size() > 1 ? words.say("fairness.together") : "",
                cells);
    }

    String label(List<String> groups, Attribute attribute) {
        var shown = new ArrayList<String>();
        groups.stream().limit(NAMES_SHOWN).forEach(group -> shown.add(name(group, attribute)));
        var names = String.join(", ", shown);
        return groups.size() > NAMES_SHOWN ? words.say("fairness.and-more", names, groups.size() - NAMES_SHOWN) : names;
    }

    private String name(String group, Attribute attribute) {
        if (group.isEmpty()) {
            return words.say("fairness.not-given");
        }
        return switch (attribute) {
            case DEPARTMENT, SITE, CONTRACT -> group;
            case LEVEL -> words.say("fairness.level", group);
            case BEFORE -> words.say("fairness.before." + group);
        };
    }

    private Cell ratio(Row row) {
        var ratio = row.ratio();
        if (ratio == null) {
            return Cell.of(words.say("fairness.no-ratio"));
        }
        var interval = ratio.interval();
        return new Cell(
                words.say("fairness.ratio", ratio.value()),
                words.say("fairness.ratio.interval", interval.low(), interval.high()),
                null);
    }

    private Cell points(@Nullable Middle points) {
        return points == null
                ? Cell.of(words.say("fairness.too-small"))
                : new Cell(
                        words.say("fairness.points", points.median()),
                        words.say("fairness.points.interval", points.low(), points.high()),
                        null);
    }

    private String finding(Row row, boolean waited) {
        var leftOut = row.leftOutFinding();
        var found = new ArrayList<String>();
        if (leftOut.verdict() != Verdict.NO_DIFFERENCE) {
            found.add(words.say("fairness.left-out." + leftOut.verdict()));
        }
        var points = row.pointsFinding();
        if (points != null && points.verdict() != Verdict.NO_DIFFERENCE) {
            found.add(words.say("fairness.gains." + points.verdict()));
        }
        if (found.isEmpty()) {
            found.add(words.say("fairness.no-difference"));
        }
        if (points == null && !waited) {
            found.add(words.say("fairness.gains.too-small"));
        }
        return String.join(" ", found);
    }
}
