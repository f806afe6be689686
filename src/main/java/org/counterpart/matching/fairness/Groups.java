// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// People by group, none smaller than is shown. Groups that are too small stand together; where they are still too few,
/// the smallest of the others joins them, because it and the whole would tell their figures. So everything that can
/// be worked out from one table is about [FairnessAudit#SMALLEST] people or more.
final class Groups {
    private static final Comparator<String> ORDER = Comparator.comparing((String name) -> name.isEmpty())
            .thenComparing(Groups::number)
            .thenComparing(name -> name);

    private Groups() {}

    /// One line of a table.
    ///
    /// @param names of one group, or of all that are too small to stand alone; empty for people of whom nothing was
    /// given
    record Block(List<String> names, List<Participant> people) {}

    /// Single groups by name, then those that stand together. Nothing where everybody together would be too few.
    static List<Block> of(List<Participant> people, Attribute attribute) {
        var byName = new HashMap<String, List<Participant>>();
        people.forEach(each -> byName.computeIfAbsent(each.groups().getOrDefault(attribute, ""), _ -> new ArrayList<>())
                .add(each));
        return people.size() < FairnessAudit.SMALLEST ? List.of() : blocks(byName);
    }

    private static List<Block> blocks(Map<String, List<Participant>> byName) {
        var bySize = byName.keySet().stream()
                .sorted(Comparator.comparing((String name) ->
                                byName.getOrDefault(name, List.of()).size())
                        .thenComparing(ORDER))
                .toList();
        var together = new TreeSet<>(ORDER);
        var pooled = new ArrayList<Participant>();
        for (var name : bySize) {
            var members = byName.getOrDefault(name, List.of());
            if (members.size() < FairnessAudit.SMALLEST
                    || !pooled.isEmpty() && pooled.size() < FairnessAudit.SMALLEST) {
                together.add(name);
                pooled.addAll(members);
            }
        }
        var blocks = new ArrayList<Block>();
        bySize.stream()
                .filter(name -> !together.contains(name))
                .sorted(ORDER)
                .forEach(name -> blocks.add(new Block(List.of(name), byName.getOrDefault(name, List.of()))));
        if (!together.isEmpty()) {
            blocks.add(new Block(List.copyOf(together), pooled));
        }
        return blocks;
    }

    /// Levels are numbers and stand in their order.
    private static int number(String name) {
        return name.matches("\\d{1,3}") ? Integer.parseInt(name) : Integer.MAX_VALUE;
    }
}
