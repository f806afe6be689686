// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.counterpart.matching.Aim;
import org.counterpart.matching.Rule;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Strength;
import org.counterpart.web.Words;

/// The rules as they were typed, with what is wrong with each field in words, empty where nothing is. There is always
/// an empty quota more, up to as many as can be kept together.
public record RulesForm(
        HashMap<Rule, Strength> strengths,
        String levelGap,
        String gapFault,
        String hours,
        String hoursFault,
        Aim first,
        String firstFault,
        boolean repeats,
        ArrayList<QuotaRow> quotas)
        implements Serializable {
    static final String TYPED = "typedRules";
    private static final long serialVersionUID = 1;

    static RulesForm of(Rules rules) {
        var strengths = new HashMap<Rule, Strength>();
        for (var rule : Rule.values()) {
            strengths.put(rule, rules.of(rule));
        }
        return new RulesForm(
                strengths,
                Integer.toString(rules.levelGap()),
                "",
                Integer.toString(rules.minutesInCommon() / 60),
                "",
                rules.first(),
                "",
                rules.repeats(),
                withEmptyRow(rules.quotas().stream().map(QuotaRow::of).toList()));
    }

    static RulesForm read(Map<String, String> form, Words words) {
        var strengths = new HashMap<Rule, Strength>();
        for (var rule : Rule.values()) {
            strengths.put(
                    rule,
                    choice(Strength.class, form, rule.name(), Rules.standard().of(rule)));
        }
        var quotas = IntStream.range(0, Rules.MOST_QUOTAS)
                .takeWhile(row -> form.containsKey("quotaKind" + row))
                .mapToObj(row -> QuotaRow.read(form, row, words))
                .filter(row -> !row.isEmpty())
                .toList();
        var gap = form.getOrDefault("levelGap", "").strip();
        var hours = form.getOrDefault("hours", "").strip();
        var first = choice(Aim.class, form, "first", Aim.WORST);
        return new RulesForm(
                strengths,
                gap,
                fault(gap, 10, words),
                hours,
                fault(hours, 40, words),
                first,
                quotas.isEmpty() || first.allowsQuotas() ? "" : words.say("matching.first.fault"),
                form.containsKey("repeats"),
                withEmptyRow(quotas));
    }

    /// The first field that something is wrong with; empty where all of it can be kept.
    String firstFaulty() {
        if (!gapFault.isEmpty()) {
            return "levelGap";
        }
        if (!hoursFault.isEmpty()) {
            return "hours";
        }
        if (!firstFault.isEmpty()) {
            return "first";
        }
        return IntStream.range(0, quotas.size())
                .filter(row -> quotas.get(row).isFaulty())
                .mapToObj(row -> (quotas.get(row).groupFault().isEmpty() ? "quotaLeast" : "quotaGroup") + row)
                .findFirst()
                .orElse("");
    }

    /// What was typed, where nothing is wrong with it.
    Rules rules() {
        return new Rules(
                strengths,
                Integer.parseInt(levelGap),
                Integer.parseInt(hours) * 60,
                first,
                quotas.stream()
                        .filter(row -> !row.isEmpty())
                        .map(QuotaRow::quota)
                        .toList(),
                repeats);
    }

    static <E extends Enum<E>> E choice(Class<E> type, Map<String, String> form, String name, E otherwise) {
        for (var each : type.getEnumConstants()) {
            if (each.name().equals(form.get(name))) {
                return each;
            }
        }
        return otherwise;
    }

    private static String fault(String typed, int most, Words words) {
        int number = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
        if (number >= 1 && number <= most) {
            return "";
        }
        return typed.isEmpty()
                ? words.say("matching.fault.number", 1, most)
                : words.say("matching.fault.number.instead", 1, most, typed);
    }

    private static ArrayList<QuotaRow> withEmptyRow(List<QuotaRow> rows) {
        var all = new ArrayList<>(rows);
        if (all.size() < Rules.MOST_QUOTAS) {
            all.add(QuotaRow.EMPTY);
        }
        return all;
    }
}
