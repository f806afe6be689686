// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

/// A condition on a possible pair, in the order in which a removed pair is put down to one of them. Capacity is not
/// among them: it limits how many pairs a person takes part in, not which.
public enum Rule {
    /// Neither is above the other in the line of management, at any depth (R10).
    REPORTING_LINE(true),
    /// Neither has put the other on their silent do-not-match list.
    DO_NOT_MATCH(true),
    /// The mentee stands at least so many levels above the mentor (R10, R87).
    LEVEL_GAP(false),
    /// They work in different departments (R23).
    DIFFERENT_DEPARTMENT(false),
    /// They have a language in common.
    SHARED_LANGUAGE(false),
    /// They have enough working time in common each week.
    WORKING_HOURS(false);

    private final boolean always;

    Rule(boolean always) {
        this.always = always;
    }

    /// Whether the rule protects people and so can be neither weakened nor switched off.
    public boolean always() {
        return always;
    }

    int bit() {
        return 1 << ordinal();
    }
}
