// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.counterpart.matching.fairness.Finding.Verdict;
import org.counterpart.matching.fairness.Section.Cell;
import org.counterpart.matching.fairness.Section.Plot;
import org.counterpart.matching.fairness.Section.Table;
import org.counterpart.web.Words;

/// Says a [SelectionAudit] in words.
public final class SelectionWords {
    private final Words words;
    private final RowWords rows;

    public SelectionWords(Words words) {
        this.words = words;
        this.rows = new RowWords(words);
    }

    public List<Section> say(SelectionAudit audit) {
        var sections = new ArrayList<Section>();
        for (var population : EnumSet.of(Population.MENTOR, Population.MENTEE, Population.EITHER)) {
            if (audit.all().get(population) instanceof Rate all) {
                sections.add(section(audit, population, all));
            }
        }
        return sections;
    }

    /// What the figures leave out, and why.
    public List<String> limits(SelectionAudit audit) {
        var text = new ArrayList<String>();
        text.add(words.say("fairness.small", FairnessAudit.SMALLEST));
        text.add(words.say("fairness.never"));
        audit.notGiven().stream().sorted().forEach(each -> text.add(words.say("fairness.not-given." + each)));
        return text;
    }

    private Section section(SelectionAudit audit, Population population, Rate all) {
        var text = new ArrayList<String>();
        var tables = new ArrayList<Table>();
        if (all.of() < FairnessAudit.SMALLEST) {
            text.add(words.say("fairness.too-small.population", FairnessAudit.SMALLEST));
        } else {
            text.add(rows.rate("fairness.selection.all", all));
            audit.tables().stream()
                    .filter(table -> table.population() == population)
                    .forEach(table -> {
                        if (table.lines().isEmpty()) {
                            text.add(words.say(
                                    table.groups() == 1 ? "fairness.one-group" : "fairness.too-small.by",
                                    words.say("fairness.by." + table.attribute())));
                        } else {
                            tables.add(table(table, all));
                        }
                    });
        }
        return new Section(words.say("fairness.population." + population), text, tables);
    }

    private Table table(SelectionAudit.By by, Rate all) {
        return new Table(
                words.say("fairness.by." + by.attribute()),
                List.of(
                        words.say("fairness.attribute." + by.attribute()),
                        words.say("fairness.heading.finding"),
                        words.say("fairness.selection.heading")),
                by.lines().stream()
                        .map(line -> new Section.Line(
                                rows.label(line.groups(), by.attribute()),
                                line.groups().size() > 1 ? words.say("fairness.together") : "",
                                List.of(Cell.of(finding(line.finding())), rate(line.starting(), all))))
                        .toList());
    }

    private Cell rate(Rate here, Rate all) {
        return new Cell(
                rows.rate("fairness.rate", here),
                rows.rate("fairness.rate.interval", here),
                new Plot(here.share(), here.interval(), all.share()));
    }

    private String finding(Finding finding) {
        return finding.verdict() == Verdict.NO_DIFFERENCE
                ? words.say("fairness.no-difference")
                : words.say("fairness.selection." + finding.verdict());
    }
}
