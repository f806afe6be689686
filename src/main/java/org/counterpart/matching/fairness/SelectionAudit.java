// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpart.enrolment.Role;

/// Whether a draw let groups of people start alike (L11): for each role and attribute, how many start of how many
/// applied, with exact intervals, and no figure on fewer than [FairnessAudit#SMALLEST] people. All comparisons are
/// judged
/// together, as in [FairnessAudit].
///
/// @param all of each role, who start
/// @param notGiven attributes of which nobody's record has the fact
public record SelectionAudit(Map<Population, Rate> all, List<By> tables, Set<Attribute> notGiven) {
    private static final Set<Attribute> COMPARED =
            EnumSet.of(Attribute.DEPARTMENT, Attribute.LEVEL, Attribute.SITE, Attribute.CONTRACT);

    public SelectionAudit {
        all = Map.copyOf(all);
        tables = List.copyOf(tables);
        notGiven = Set.copyOf(notGiven);
    }

    /// One applicant, without who they are.
    ///
    /// @param groups what is known of them
    public record Applied(Role role, Map<Attribute, String> groups, boolean starts) {
        Participant participant() {
            return new Participant(role, groups, false, starts ? 1 : null);
        }
    }

    /// @param groups how many different ones there are
    /// @param lines two or more, or none where there is nothing to compare
    public record By(Population population, Attribute attribute, int groups, List<Line> lines) {
        public By {
            lines = List.copyOf(lines);
        }
    }

    /// @param groups names; several where groups too small to stand alone stand together
    public record Line(List<String> groups, Rate starting, Finding finding) {
        public Line {
            groups = List.copyOf(groups);
        }
    }

    public static SelectionAudit of(List<Applied> applied) {
        var everyone = applied.stream().map(Applied::participant).toList();
        var notGiven = EnumSet.copyOf(COMPARED);
        everyone.forEach(each -> notGiven.removeAll(each.groups().keySet()));
        var all = new EnumMap<Population, Rate>(Population.class);
        var tables = new ArrayList<By>();
        for (var population : EnumSet.of(Population.MENTOR, Population.MENTEE, Population.EITHER)) {
            var those = everyone.stream().filter(population::holds).toList();
            if (!those.isEmpty()) {
                all.put(population, starting(those));
                COMPARED.stream()
                        .filter(attribute -> !notGiven.contains(attribute))
                        .forEach(attribute -> tables.add(by(population, attribute, those)));
            }
        }
        return new SelectionAudit(all, together(tables), notGiven);
    }

    private static Rate starting(List<Participant> people) {
        return Breakdown.leftOut(people).rest();
    }

    private static By by(Population population, Attribute attribute, List<Participant> people) {
        var blocks = Groups.of(people, attribute);
        var all = starting(people);
        var lines = new ArrayList<Line>();
        for (var block : blocks.size() == 1 ? List.<Groups.Block>of() : blocks) {
            var here = starting(block.people());
            var others = new Rate(all.count() - here.count(), all.of() - here.of());
            lines.add(new Line(block.names(), here, Finding.of(here, others)));
        }
        return new By(
                population,
                attribute,
                blocks.stream().mapToInt(block -> block.names().size()).sum(),
                lines);
    }

    private static List<By> together(List<By> tables) {
        var judged = Finding.together(tables.stream()
                        .flatMap(table -> table.lines().stream())
                        .map(Line::finding)
                        .toList())
                .iterator();
        return tables.stream()
                .map(table -> new By(
                        table.population(),
                        table.attribute(),
                        table.groups(),
                        table.lines().stream()
                                .map(line -> new Line(line.groups(), line.starting(), judged.next()))
                                .toList()))
                .toList();
    }
}
