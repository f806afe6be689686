// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The owner's rules. `levelGap` is in levels (1 to 10), `minutesInCommon` in minutes of working time a week (15 to
/// 2400). `first` is what comes first once the most people are served. `quotas` are about all pairs together. Rules
/// that protect people are always required, whatever is asked for. `repeats` lets people be paired again who were a
/// pair in an earlier programme.
public record Rules(
        Map<Rule, Strength> strengths,
        int levelGap,
        int minutesInCommon,
        Aim first,
        List<Quota> quotas,
        boolean repeats) {
    public static final int MOST_QUOTAS = 12;

    public Rules(Map<Rule, Strength> strengths, int levelGap, int minutesInCommon, Aim first) {
        this(strengths, levelGap, minutesInCommon, first, List.of());
    }

    public Rules(Map<Rule, Strength> strengths, int levelGap, int minutesInCommon, Aim first, List<Quota> quotas) {
        this(strengths, levelGap, minutesInCommon, first, quotas, false);
    }

    public Rules {
        if (levelGap < 1 || levelGap > 10) {
            throw new IllegalArgumentException("The level gap (%d) must be 1 to 10 levels.".formatted(levelGap));
        }
        if (minutesInCommon < 15 || minutesInCommon > 2400) {
            throw new IllegalArgumentException(
                    "The working time in common (%d minutes a week) must be 15 to 2400.".formatted(minutesInCommon));
        }
        quotas = List.copyOf(quotas);
        if (quotas.size() > MOST_QUOTAS) {
            throw new IllegalArgumentException(
                    "There are %d quotas; at most %d can be kept together.".formatted(quotas.size(), MOST_QUOTAS));
        }
        if (!quotas.isEmpty() && !first.allowsQuotas()) {
            throw new IllegalArgumentException("%s cannot be reached under %d quotas.".formatted(first, quotas.size()));
        }
        var complete = new EnumMap<Rule, Strength>(Rule.class);
        for (var rule : Rule.values()) {
            complete.put(
                    rule, rule.always() ? Strength.REQUIRED : strengths.getOrDefault(rule, standardStrength(rule)));
        }
        strengths = Map.copyOf(complete);
    }

    /// What holds unless the owner says otherwise: everything required but the department, which is preferred.
    public static Rules standard() {
        return new Rules(Map.of(), 1, 300, Aim.WORST);
    }

    public Strength of(Rule rule) {
        return strengths.get(rule) instanceof Strength strength ? strength : standardStrength(rule);
    }

    public Rules with(Rule rule, Strength strength) {
        var changed = new EnumMap<>(strengths);
        changed.put(rule, strength);
        return new Rules(changed, levelGap, minutesInCommon, first, quotas, repeats);
    }

    public Rules keeping(List<Quota> others) {
        return new Rules(strengths, levelGap, minutesInCommon, first, others, repeats);
    }

    public Priorities priorities() {
        return Priorities.of(first.goals());
    }

    /// Other aims that the same rules allow.
    List<Aim> otherAims() {
        return Arrays.stream(Aim.values())
                .filter(aim -> aim != first && (quotas.isEmpty() || aim.allowsQuotas()))
                .toList();
    }

    int requiredBits() {
        return bits(Strength.REQUIRED);
    }

    int preferredBits() {
        return bits(Strength.PREFERRED);
    }

    private int bits(Strength strength) {
        int bits = 0;
        for (var rule : Rule.values()) {
            if (of(rule) == strength) {
                bits |= rule.bit();
            }
        }
        return bits;
    }

    private static Strength standardStrength(Rule rule) {
        return rule == Rule.DIFFERENT_DEPARTMENT ? Strength.PREFERRED : Strength.REQUIRED;
    }
}
