// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a pair's facts become a [Benefit]. The scale is deliberately small and round, so that anyone can add it up
/// by hand: three wants met in full are 30 points, everything about vantage or practice at most 10 and 11
/// (docs/methods/matching.md).
final class Weighing {
    static final int PREFERRED_RULE_POINTS = 5;
    private static final int WANTS_THAT_COUNT = 3;
    private static final int LEVELS_THAT_COUNT = 4;
    private static final int HOURS_THAT_COUNT = 8;
    private static final int PREFERENCES_THAT_COUNT = 5;

    private final Call call;
    private final Rules rules;

    Weighing(Call call, Rules rules) {
        this.call = call;
        this.rules = rules;
    }

    /// @param brokenRules bits of the rules that this pair breaks, required or not
    Benefit weigh(int mentor, int mentee, int brokenRules) {
        var teacher = call.traits(mentor);
        var learner = call.traits(mentee);
        int preferred = PREFERRED_RULE_POINTS * preferredRulesKept(brokenRules);
        return new Benefit(
                wantsMet(teacher.offers(), learner.wants()),
                wantsMet(learner.offers(), teacher.wants()),
                vantage(teacher, learner),
                practical(teacher, learner) + preferred,
                preference(teacher, learner),
                preference(learner, teacher));
    }

    private int wantsMet(int[] offers, int[] wants) {
        int full = 0;
        int part = 0;
        for (int want : wants) {
            int best = 0;
            for (int offer : offers) {
                best = Math.max(best, call.topics().meeting(offer, want));
            }
            full += best == Topics.FULL ? 1 : 0;
            part += best == Topics.PART ? 1 : 0;
        }
        int counted = Math.min(full, WANTS_THAT_COUNT);
        return counted * Topics.FULL + Math.min(part, WANTS_THAT_COUNT - counted) * Topics.PART;
    }

    private static int vantage(Traits teacher, Traits learner) {
        int points = 0;
        points += differ(teacher.person().department(), learner.person().department()) ? 4 : 0;
        points += differ(teacher.person().site(), learner.person().site()) ? 2 : 0;
        var lower = teacher.person().level();
        var higher = learner.person().level();
        if (lower != null && higher != null) {
            points += Math.clamp(higher - lower, 0, LEVELS_THAT_COUNT);
        }
        return points;
    }

    private static int practical(Traits teacher, Traits learner) {
        int points = Facts.languageInCommon(teacher, learner) ? 3 : 0;
        return points + Math.min(Facts.minutesInCommon(teacher, learner) / 300, HOURS_THAT_COUNT);
    }

    private static int preference(Traits chooser, Traits chosen) {
        int rank = chooser.rankOf(chosen);
        return rank < 0 || rank >= PREFERENCES_THAT_COUNT ? 0 : 2 * (PREFERENCES_THAT_COUNT - rank);
    }

    private int preferredRulesKept(int brokenRules) {
        int kept = 0;
        for (var rule : Rule.values()) {
            if (rules.of(rule) == Strength.PREFERRED && (brokenRules & rule.bit()) == 0) {
                kept++;
            }
        }
        return kept;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !Objects.equals(one, other);
    }
}
