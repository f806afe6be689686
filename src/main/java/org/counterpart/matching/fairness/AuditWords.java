// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterpart.matching.fairness.Influence.Effect;
import org.counterpart.matching.fairness.Section.Cell;
import org.counterpart.matching.fairness.Section.Line;
import org.counterpart.matching.fairness.Section.Table;
import org.counterpart.web.Words;

/// Says an audit in words.
public final class AuditWords {
    private final Words words;
    private final RowWords rows;

    public AuditWords(Words words) {
        this.words = words;
        this.rows = new RowWords(words);
    }

    public List<Section> say(FairnessAudit audit) {
        var sections = new ArrayList<Section>();
        sections.add(new Section(words.say("fairness.overview"), overview(audit), List.of()));
        for (var population : Population.values()) {
            var breakdowns = audit.of(population).toList();
            if (!breakdowns.isEmpty()) {
                sections.add(section(population, breakdowns));
            }
        }
        sections.add(new Section(words.say("fairness.across"), List.of(across(audit.across())), List.of()));
        sections.add(new Section(words.say("fairness.repeat"), List.of(repeat(audit)), List.of()));
        sections.add(influence());
        return List.copyOf(sections);
    }

    /// What is found, and what cannot be.
    public List<String> overview(FairnessAudit audit) {
        var text = new ArrayList<String>();
        text.add(words.say(verdict(audit), audit.comparisons(), audit.differences()));
        text.add(words.say("fairness.never"));
        text.add(words.say("fairness.small", FairnessAudit.SMALLEST));
        for (var attribute : Attribute.values()) {
            if (audit.notGiven().contains(attribute) && attribute != Attribute.BEFORE) {
                text.add(words.say("fairness.not-given." + attribute));
            }
        }
        return text;
    }

    private static String verdict(FairnessAudit audit) {
        if (audit.comparisons() == 0) {
            return "fairness.verdict.nothing";
        }
        return audit.differences() == 0 ? "fairness.verdict.none" : "fairness.verdict.some";
    }

    private Section section(Population population, List<Breakdown> breakdowns) {
        var text = new ArrayList<String>();
        var tables = new ArrayList<Table>();
        var all = breakdowns.getFirst().all();
        if (all.of() < FairnessAudit.SMALLEST) {
            text.add(words.say("fairness.too-small.population", FairnessAudit.SMALLEST));
        } else {
            text.add(rows.rate("fairness.all." + (population == Population.WAITED ? "waited" : "left-out"), all));
            breakdowns.forEach(each -> {
                if (each.rows().isEmpty()) {
                    text.add(words.say(
                            each.groups() == 1 ? "fairness.one-group" : "fairness.too-small.by",
                            words.say("fairness.by." + each.attribute())));
                } else {
                    tables.add(rows.table(each));
                }
            });
        }
        return new Section(words.say("fairness.population." + population), text, tables);
    }

    private String across(Across across) {
        return across.pairs() == 0
                ? words.say("fairness.across.unknown")
                : words.say(
                        "fairness.across.text",
                        rows.rate("fairness.across.pairs", new Rate(across.across(), across.pairs())),
                        100 * across.expected());
    }

    private String repeat(FairnessAudit audit) {
        var repeat = audit.repeat();
        if (repeat == null) {
            return words.say("fairness.repeat.first");
        }
        if (repeat.tooSmall()) {
            return words.say("fairness.repeat.too-small", FairnessAudit.SMALLEST);
        }
        return rows.rate("fairness.repeat.text", new Rate(repeat.before(), repeat.paired()));
    }

    private Section influence() {
        var tables = Arrays.stream(Effect.values())
                .map(effect -> new Table(
                        words.say("fairness.effect." + effect),
                        List.of(words.say("fairness.fact"), words.say("fairness.how")),
                        Arrays.stream(Influence.values())
                                .filter(each -> each.effect() == effect)
                                .map(each -> new Line(
                                        words.say("fairness.fact." + each),
                                        "",
                                        List.of(Cell.of(words.say("fairness.how." + each)))))
                                .toList()))
                .toList();
        return new Section(words.say("fairness.influence"), List.of(words.say("fairness.influence.text")), tables);
    }
}
