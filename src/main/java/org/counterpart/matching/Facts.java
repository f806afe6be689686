// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Set;
import java.util.TreeSet;

/// What two participants' own records say when held side by side. An unknown fact keeps no rule: where a level, a
/// department, a language or a time zone is missing, the rule that needs it counts as broken. [Profiles] judges many
/// pairs by the same.
final class Facts {
    private Facts() {}

    /// Levels from the mentor up to the mentee; far below any gap where one is unknown.
    static int levelGap(Traits mentor, Traits mentee) {
        var lower = mentor.person().level();
        var higher = mentee.person().level();
        return lower == null || higher == null ? Integer.MIN_VALUE : higher - lower;
    }

    static boolean differentDepartments(Traits one, Traits other) {
        var here = one.person().department();
        var there = other.person().department();
        return here != null && there != null && !here.equals(there);
    }

    static Set<String> languagesInCommon(Traits one, Traits other) {
        if (!languageInCommon(one, other)) {
            return Set.of();
        }
        var common = new TreeSet<>(one.person().languages());
        common.retainAll(other.person().languages());
        return common;
    }

    static int minutesInCommon(Traits one, Traits other) {
        var here = one.week();
        var there = other.week();
        return here == null || there == null ? 0 : here.minutesInCommonWith(there);
    }

    static boolean languageInCommon(Traits one, Traits other) {
        for (var language : one.person().languages()) {
            if (other.person().languages().contains(language)) {
                return true;
            }
        }
        return false;
    }
}
