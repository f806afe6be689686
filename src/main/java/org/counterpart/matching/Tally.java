// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.EnumMap;
import java.util.Map;
import org.counterpart.matching.Candidates.Prospects;

/// Counts what became of possible pairs: how many break each rule, how many break one required rule and no other, and,
/// for each pair once, the first required rule it breaks, the owner's ban, or none.
final class Tally {
    private static final int FORBIDDEN = Rule.values().length;
    private static final int REMAINING = FORBIDDEN + 1;

    private final int required;
    private final long[] broken = new long[FORBIDDEN];
    private final long[] alone = new long[FORBIDDEN];
    private final long[] fate = new long[REMAINING + 1];

    Tally(Rules rules) {
        this.required = rules.requiredBits();
    }

    private Tally(int required) {
        this.required = required;
    }

    Tally and(Tally other) {
        var both = new Tally(required);
        both.add(this);
        both.add(other);
        return both;
    }

    /// So many pairs that break the same rules.
    void judge(int brokenBits, long pairs) {
        count(brokenBits, pairs);
        fate[fate(brokenBits)] += pairs;
    }

    void forbid(int brokenBits) {
        count(brokenBits, 1);
        fate[FORBIDDEN]++;
    }

    /// A pair that is in force, whatever it breaks.
    void keep(int brokenBits) {
        count(brokenBits, 1);
        fate[REMAINING]++;
    }

    private void add(Tally other) {
        for (int rule = 0; rule < FORBIDDEN; rule++) {
            broken[rule] += other.broken[rule];
            alone[rule] += other.alone[rule];
        }
        for (int each = 0; each <= REMAINING; each++) {
            fate[each] += other.fate[each];
        }
    }

    long possible() {
        long possible = 0;
        for (long each : fate) {
            possible += each;
        }
        return possible;
    }

    long remaining() {
        return fate[REMAINING];
    }

    Map<Rule, Long> broken() {
        return byRule(broken);
    }

    Map<Rule, Long> brokenAlone() {
        return byRule(alone);
    }

    Prospects prospects() {
        var removed = new EnumMap<Rule, Integer>(Rule.class);
        for (var rule : Rule.values()) {
            if (fate[rule.ordinal()] > 0) {
                removed.put(rule, Math.toIntExact(fate[rule.ordinal()]));
            }
        }
        return new Prospects(Math.toIntExact(fate[REMAINING]), removed, Math.toIntExact(fate[FORBIDDEN]));
    }

    private int fate(int brokenBits) {
        int against = brokenBits & required;
        return against == 0 ? REMAINING : Integer.numberOfTrailingZeros(against);
    }

    private void count(int brokenBits, long pairs) {
        for (int bits = brokenBits; bits != 0; bits &= bits - 1) {
            broken[Integer.numberOfTrailingZeros(bits)] += pairs;
        }
        int against = brokenBits & required;
        if (Integer.bitCount(against) == 1) {
            alone[Integer.numberOfTrailingZeros(against)] += pairs;
        }
    }

    private static Map<Rule, Long> byRule(long[] counts) {
        var byRule = new EnumMap<Rule, Long>(Rule.class);
        for (var rule : Rule.values()) {
            byRule.put(rule, counts[rule.ordinal()]);
        }
        return byRule;
    }
}
