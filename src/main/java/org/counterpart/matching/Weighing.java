// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

/// How a pair's facts become a [Benefit]. The scale is deliberately small and round, so that anyone can add it up
/// by hand: three wants met in full are 30 points, everything about vantage or practice at most 10 and 11
/// (docs/methods/matching.md).
final class Weighing {
    static final int PREFERRED_RULE_POINTS = 5;
    private static final int WANTS_THAT_COUNT = 3;
    private static final int LEVELS_THAT_COUNT = 4;
    private static final int HOURS_THAT_COUNT = 8;
    private static final int PREFERENCES_THAT_COUNT = 5;
    private static final int MOST_VANTAGE = 6 + LEVELS_THAT_COUNT;
    private static final int MOST_PRACTICAL = 3 + HOURS_THAT_COUNT;

    private final Call call;
    private final Profiles profiles;
    private final int preferredBits;

    Weighing(Call call, Rules rules) {
        this.call = call;
        this.profiles = call.profiles();
        this.preferredBits = rules.preferredBits();
    }

    /// @param brokenRules bits of the rules that this pair breaks, required or not
    Benefit weigh(int mentor, int mentee, int brokenRules) {
        var teacher = call.traits(mentor);
        var learner = call.traits(mentee);
        int preferred = PREFERRED_RULE_POINTS * Integer.bitCount(preferredBits & ~brokenRules);
        return new Benefit(
                wantsMet(teacher.offers(), learner.wants()),
                wantsMet(learner.offers(), teacher.wants()),
                vantage(mentor, mentee),
                practical(mentor, mentee) + preferred,
                preference(teacher, learner),
                preference(learner, teacher));
    }

    /// What a pair is worth to both together, topics and preferences aside.
    int withoutTopics(int mentor, int mentee, int brokenRules) {
        int preferred = PREFERRED_RULE_POINTS * Integer.bitCount(preferredBits & ~brokenRules);
        return 2 * (vantage(mentor, mentee) + practical(mentor, mentee) + preferred);
    }

    /// The most that [#withoutTopics] can be.
    int mostWithoutTopics() {
        return 2 * (MOST_VANTAGE + MOST_PRACTICAL + PREFERRED_RULE_POINTS * Integer.bitCount(preferredBits));
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

    private int vantage(int mentor, int mentee) {
        int points = profiles.differentDepartments(mentor, mentee) ? 4 : 0;
        points += profiles.differentSites(mentor, mentee) ? 2 : 0;
        return points + Math.clamp(profiles.levelGap(mentor, mentee), 0, LEVELS_THAT_COUNT);
    }

    private int practical(int mentor, int mentee) {
        int points = profiles.languageInCommon(mentor, mentee) ? 3 : 0;
        return points + Math.min(profiles.minutesInCommon(mentor, mentee) / 300, HOURS_THAT_COUNT);
    }

    private static int preference(Traits chooser, Traits chosen) {
        int rank = chooser.rankOf(chosen);
        return rank < 0 || rank >= PREFERENCES_THAT_COUNT ? 0 : 2 * (PREFERENCES_THAT_COUNT - rank);
    }
}
