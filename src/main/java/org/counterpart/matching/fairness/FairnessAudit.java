// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a matching treats groups of people alike (L11): for each population and attribute, who is left out, what
/// the pairs are worth, and who still waits, with exact intervals, and no figure on fewer than [#SMALLEST] people.
/// A difference is a question, not an answer: rules and offers may explain it. docs/methods/matching.md says how.
///
/// @param notGiven attributes of which nobody's record has the fact
/// @param repeat none where no pair was made before
public record FairnessAudit(
        List<Breakdown> breakdowns,
        Set<Attribute> notGiven,
        Across across,
        @Nullable Repeat repeat) {
    /// Fewest people that a figure is about.
    public static final int SMALLEST = 8;

    public FairnessAudit {
        breakdowns = List.copyOf(breakdowns);
        notGiven = Set.copyOf(notGiven);
    }

    public static FairnessAudit of(List<Participant> everyone, Across across, @Nullable Repeat repeat) {
        var notGiven = EnumSet.allOf(Attribute.class);
        everyone.forEach(each -> notGiven.removeAll(each.groups().keySet()));
        var breakdowns = new ArrayList<Breakdown>();
        for (var entry : populations(everyone).entrySet()) {
            for (var attribute : Attribute.values()) {
                var judged = judgedBy(attribute, entry.getValue());
                if (!notGiven.contains(attribute) && !judged.isEmpty()) {
                    breakdowns.add(Breakdown.of(entry.getKey(), attribute, judged));
                }
            }
        }
        return new FairnessAudit(together(breakdowns), notGiven, across, repeat);
    }

    public Stream<Breakdown> of(Population population) {
        return breakdowns.stream().filter(each -> each.population() == population);
    }

    /// How many comparisons are judged together.
    public long comparisons() {
        return breakdowns.stream().flatMap(Breakdown::findings).count();
    }

    /// The comparisons that chance does not explain.
    public long differences() {
        return breakdowns.stream()
                .flatMap(Breakdown::findings)
                .filter(each -> each.verdict() != Finding.Verdict.NO_DIFFERENCE)
                .count();
    }

    private static Map<Population, List<Participant>> populations(List<Participant> everyone) {
        var populations = new EnumMap<Population, List<Participant>>(Population.class);
        for (var population : Population.values()) {
            populations.put(
                    population, everyone.stream().filter(population::holds).toList());
        }
        return populations;
    }

    private static List<Participant> judgedBy(Attribute attribute, List<Participant> people) {
        return attribute == Attribute.BEFORE
                ? people.stream()
                        .filter(each -> each.groups().containsKey(attribute))
                        .toList()
                : people;
    }

    private static List<Breakdown> together(List<Breakdown> breakdowns) {
        var judged = Finding.together(
                        breakdowns.stream().flatMap(Breakdown::findings).toList())
                .iterator();
        return breakdowns.stream().map(each -> each.judged(judged)).toList();
    }
}
