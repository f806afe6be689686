// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rules of each programme; a programme that has set none has [Rules#standard].
@Repository
public class MatchSettings {
    private final JdbcClient jdbc;
    private final Quotas quotas;

    MatchSettings(JdbcClient jdbc, Quotas quotas) {
        this.jdbc = jdbc;
        this.quotas = quotas;
    }

    public Rules of(UUID programmeId) {
        var kept = quotas.of(programmeId);
        return jdbc.sql("""
                        select level_gap, level_gap_strength, different_department, shared_language, minutes_in_common, \
                        working_hours, first_goal, may_repeat from match_setting where programme_id = :programme""")
                .param("programme", programmeId)
                .query((row, _) -> new Rules(
                        Map.of(
                                Rule.LEVEL_GAP, Strength.valueOf(row.getString("level_gap_strength")),
                                Rule.DIFFERENT_DEPARTMENT, Strength.valueOf(row.getString("different_department")),
                                Rule.SHARED_LANGUAGE, Strength.valueOf(row.getString("shared_language")),
                                Rule.WORKING_HOURS, Strength.valueOf(row.getString("working_hours"))),
                        row.getInt("level_gap"),
                        row.getInt("minutes_in_common"),
                        Aim.valueOf(row.getString("first_goal")),
                        kept,
                        row.getBoolean("may_repeat")))
                .optional()
                .orElseGet(Rules::standard);
    }

    public void save(UUID programmeId, Rules rules) {
        jdbc.sql("""
                        insert into match_setting (programme_id, level_gap, level_gap_strength, different_department, \
                        shared_language, minutes_in_common, working_hours, first_goal, may_repeat) \
                        values (:programme, :gap, :gapStrength, :department, :language, :minutes, :hours, :first, \
                        :repeats) \
                        on conflict (programme_id) do update set level_gap = excluded.level_gap, \
                        level_gap_strength = excluded.level_gap_strength, \
                        different_department = excluded.different_department, \
                        shared_language = excluded.shared_language, minutes_in_common = excluded.minutes_in_common, \
                        working_hours = excluded.working_hours, first_goal = excluded.first_goal, \
                        may_repeat = excluded.may_repeat""")
                .param("programme", programmeId)
                .param("gap", rules.levelGap())
                .param("gapStrength", rules.of(Rule.LEVEL_GAP).name())
                .param("department", rules.of(Rule.DIFFERENT_DEPARTMENT).name())
                .param("language", rules.of(Rule.SHARED_LANGUAGE).name())
                .param("minutes", rules.minutesInCommon())
                .param("hours", rules.of(Rule.WORKING_HOURS).name())
                .param("first", rules.first().name())
                .param("repeats", rules.repeats())
                .update();
        quotas.save(programmeId, rules.quotas());
    }
}
