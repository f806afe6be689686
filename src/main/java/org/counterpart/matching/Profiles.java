// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the rules compare, as numbers by position, so that many pairs can be judged quickly and by any number of
/// threads. An unknown fact keeps no rule: where a level, a department, a language or a time zone is missing, the rule
/// that needs it counts as broken.
final class Profiles {
    /// What is known of nobody.
    static final int UNKNOWN = -1;

    final int[] level;
    final int[] department;
    final int[] languages;
    final int[] week;
    private final int[] site;
    private final Apart lines;
    private final Apart avoided;
    private final Compared<Set<String>> spoken =
            new Compared<>((one, other) -> Collections.disjoint(one, other) ? 0 : 1);
    private final Compared<WorkingWeek> weeks = new Compared<>(WorkingWeek::minutesInCommonWith);

    Profiles(List<Traits> participants, Apart lines, Apart avoided) {
        int size = participants.size();
        level = new int[size];
        department = new int[size];
        languages = new int[size];
        week = new int[size];
        site = new int[size];
        this.lines = lines;
        this.avoided = avoided;
        var departments = new HashMap<String, Integer>();
        var sites = new HashMap<String, Integer>();
        for (int i = 0; i < size; i++) {
            var person = participants.get(i).person();
            level[i] = person.level() instanceof Integer known ? known : UNKNOWN;
            department[i] = number(person.department(), departments);
            site[i] = number(person.site(), sites);
            languages[i] = spoken.number(person.languages());
            week[i] = weeks.number(participants.get(i).week());
        }
        spoken.keep();
        weeks.keep();
    }

    /// Bits of the rules that a pair breaks.
    int broken(int mentor, int mentee, Rules rules) {
        int broken = brokenByFacts(mentor, mentee, rules);
        broken |= lines.are(mentor, mentee) ? Rule.REPORTING_LINE.bit() : 0;
        broken |= avoided.are(mentor, mentee) ? Rule.DO_NOT_MATCH.bit() : 0;
        broken |= differ(department[mentor], department[mentee]) ? 0 : Rule.DIFFERENT_DEPARTMENT.bit();
        return broken;
    }

    /// Bits of the rules on level, language and working time alone.
    int brokenByFacts(int mentor, int mentee, Rules rules) {
        int broken = levelGap(mentor, mentee) < rules.levelGap() ? Rule.LEVEL_GAP.bit() : 0;
        broken |= languageInCommon(mentor, mentee) ? 0 : Rule.SHARED_LANGUAGE.bit();
        broken |= minutesInCommon(mentor, mentee) < rules.minutesInCommon() ? Rule.WORKING_HOURS.bit() : 0;
        return broken;
    }

    /// Levels from the mentor up to the mentee; far below any gap where one is unknown.
    int levelGap(int mentor, int mentee) {
        return level[mentor] < 0 || level[mentee] < 0 ? Integer.MIN_VALUE : level[mentee] - level[mentor];
    }

    boolean differentDepartments(int one, int other) {
        return differ(department[one], department[other]);
    }

    boolean differentSites(int one, int other) {
        return differ(site[one], site[other]);
    }

    boolean languageInCommon(int one, int other) {
        return spoken.at(languages[one], languages[other]) > 0;
    }

    int minutesInCommon(int one, int other) {
        return weeks.at(week[one], week[other]);
    }

    /// Those whom a line of management or a do-not-match list keeps from somebody, by position.
    int[][] apartFrom(int person) {
        return new int[][] {lines.from(person), avoided.from(person)};
    }

    private static boolean differ(int one, int other) {
        return one >= 0 && other >= 0 && one != other;
    }

    private static int number(@Nullable String value, Map<String, Integer> numbers) {
        return value == null ? UNKNOWN : numbers.computeIfAbsent(value, _ -> numbers.size());
    }
}
