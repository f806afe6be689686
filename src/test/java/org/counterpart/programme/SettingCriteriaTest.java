// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.counterpart.pairing.Season;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.Places;
import org.counterpart.programme.criteria.Stratum;
import org.counterpart.web.SeenBy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettingCriteriaTest extends DraftScene {
    @Autowired
    private CriteriaOfProgrammes criteria;

    @Autowired
    private MovingOn moving;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SeenBy seers;

    @BeforeEach
    void the_page_of_its_criteria() {
        olga.open(home + "/criteria");
    }

    @Test
    void what_was_settled_is_kept_as_it_was_typed_and_can_be_changed_until_the_call_opens() {
        var saved = settle();

        assertThat(saved.says("Saved. All is settled.")).isTrue();
        var kept = kept();
        assertThat(kept.aim()).isEqualTo("Leaders learn what new colleagues know.");
        assertThat(kept.mentors()).isEqualTo(new Places(20, 4));
        assertThat(kept.strata()).containsExactly(Stratum.DEPARTMENT);
        assertThat(kept.closesAt()).isEqualTo(LocalDateTime.parse("2027-01-31T17:00"));
        assertThat(kept.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));

        settle("mentors", "30", "strata", "");

        assertThat(kept().mentors()).isEqualTo(new Places(30, 4));
        assertThat(kept().strata()).isEmpty();
    }

    @Test
    void dates_are_proposed_as_many_have_them_and_count_once_somebody_saves_them() {
        var proposed = olga.open(home + "/criteria");

        assertThat(proposed.text())
                .contains("Proposed, as many do it.", "value=\"2026-12-15T17:00\"", "value=\"2027-01-11\"")
                .contains("value=\"2027-08-09\"");
        assertThat(criteria.find(programme)).isEmpty();

        settle();
        assertThat(olga.open(home + "/criteria").text())
                .contains("value=\"2027-01-31T17:00\"")
                .doesNotContain("Proposed, as many do it.");
    }

    @Test
    void what_the_form_says_once_of_who_sees_it_holds_for_each_of_its_fields() {
        var columns = jdbc.sql("select column_name from information_schema.columns where table_name = 'criteria'")
                .query(String.class)
                .list();

        assertThat(columns)
                .hasSizeGreaterThan(14)
                .allSatisfy(
                        column -> assertThat(seers.key("criteria." + column)).isEqualTo(seers.key("criteria.aim")));
    }

    @Test
    void so_many_criteria_that_nobody_keeps_them_in_mind_are_refused() {
        var refused = settle("success", "One more.\n".repeat(13));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("13 criteria are too many. Use up to 12 lines, one for each."))
                .isTrue();
        assertThat(settle("success", "One more.\n\n".repeat(12)).status()).isEqualTo(200);
    }

    @Test
    void a_draft_is_kept_too_and_the_page_says_what_is_still_missing() {
        olga.press(home + "/criteria", "aim", "Learn", "zone", "UTC", "weeks", "26");

        var page = olga.open(home + "/criteria");
        assertThat(page.says(">\nLearn</textarea>")).isTrue();
        assertThat(page.says("Who may apply")).isTrue();
        assertThat(page.says("How many mentees there is room for")).isTrue();
        assertThat(page.says("When the next wave starts")).isTrue();
        assertThat(page.says("<li>What the programme is for</li>")).isFalse();
        assertThat(olga.open(home).says("Still missing: 8.")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mentors | 0 | “0” is not allowed. Enter a whole number from 1 to 100,000.
            mentees | 100001 | “100001” is not allowed. Enter a whole number from 1 to 100,000.
            mentors | many | “many” is not allowed.
            mentors | 1.5 | “1.5” is not allowed.
            mentors | ２０ | “２０” is not allowed.
            menteeReserve | -1 | “-1” is not allowed. Enter a whole number from 0 to 100,000.
            mentors | '' | A reserve of 4 needs places that can come free.
            weeks | 157 | “157” is not allowed. Enter a whole number from 1 to 156.
            weeks | '' | “” is not allowed. Enter a whole number from 1 to 156.
            strata | AGE | “AGE” is none of these groups.
            zone | Moon/Crater | “Moon/Crater” is not a known time zone.
            zone | +01:00 | “+01:00” is not a known time zone.
            zone | '' | “” is not a known time zone.
            closesAt | soon | “soon” is not a day and time. Enter it as 2027-01-31T17:00.
            closesAt | 2027-02-30T17:00 | “2027-02-30T17:00” is not a day and time.
            closesAt | 2026-11-24T09:00 | “2026-11-24 09:00” is over.
            startsOn | 2027-01-31 | “2027-01-31” is too early. Enter a day after 2027-01-31, when the call closes.
            startsOn | +999999999-01-01 | “+999999999-01-01” is not a day.
            nextWaveOn | 2027-03-01 | “2027-03-01” is too early. Enter a day after 2027-03-01, when pairs start.
            """)
    @Asvs("2.2.2")
    void what_is_wrong_is_refused_with_what_is_allowed_and_stands_in_the_form(String field, String value, String says) {
        settle();
        var before = kept();

        var refused = settle("aim", "Another aim", field, value);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says(says)).describedAs(refused.text()).isTrue();
        assertThat(refused.says("Nothing was saved yet: one answer below is wrong."))
                .isTrue();
        assertThat(refused.says("Another aim")).isTrue();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var refused = settle("mentors", "0", "mentees", "x", "weeks", "1000", "zone", "Nowhere");

        assertThat(refused.says("Nothing was saved yet: 4 answers below are wrong."))
                .isTrue();
        assertThat(refused.says("value=\"Nowhere\"")).isTrue();
        assertThat(criteria.find(programme)).isEmpty();
    }

    @Test
    void ten_thousand_characters_are_refused_by_their_number_and_stand_in_the_form() {
        var longText = "é".repeat(10_000);

        var refused = settle("success", longText);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("10,000 characters are too many. Use up to 2,000."))
                .isTrue();
        assertThat(refused.says(longText)).isTrue();
    }

    @Test
    void two_thousand_characters_in_any_script_are_kept() {
        var text = "学".repeat(2_000);

        settle("success", text, "aim", "  O’Neill\r\nund Müller  ", "zone", "asia/TOKYO");

        assertThat(kept().success()).isEqualTo(text);
        assertThat(kept().aim()).isEqualTo("O’Neill\nund Müller");
        assertThat(kept().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void a_closing_time_that_clocks_skip_or_strike_twice_is_said_to_be_so() {
        var skipped = settle("closesAt", "2027-03-28T02:30", "zone", "Europe/Berlin", "startsOn", "2027-04-12");

        assertThat(skipped.says("Clocks go forward over that closing time")).isTrue();
        assertThat(skipped.says("28 March 2027, 01:30 UTC")).isTrue();

        var twice = settle(
                "closesAt",
                "2027-10-31T02:30",
                "zone",
                "Europe/Berlin",
                "startsOn",
                "2027-11-15",
                "nextWaveOn",
                "2028-06-01");

        assertThat(twice.says("Clocks go back over that closing time")).isTrue();
        assertThat(twice.says("31 October 2027, 00:30 UTC")).isTrue();
        assertThat(settle().says("Clocks go")).isFalse();
    }

    @Test
    void whether_closing_is_over_is_asked_by_the_clock_of_its_zone() {
        assertThat(settle("closesAt", "2026-11-24T17:30", "zone", "Asia/Tokyo").says("is over"))
                .isTrue();
        assertThat(settle("closesAt", "2026-11-24T18:30", "zone", "Asia/Tokyo").status())
                .isEqualTo(200);
    }

    @Test
    void once_the_call_is_out_nothing_changes_not_even_in_the_database() {
        settle();
        jdbc.sql("update criteria set frozen_at = now(), digest = 'x'").update();
        jdbc.sql("insert into phase_change (programme_id, number, phase, at) values (?, 1, 'OPEN', now())")
                .param(programme)
                .update();

        var late = settle("mentors", "1");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.says("The call is out or over, so its criteria stay as they are."))
                .isTrue();
        assertThat(kept().mentors()).isEqualTo(new Places(20, 4));
        assertThat(olga.open(home + "/criteria").says("<textarea")).isFalse();
        assertThatThrownBy(
                        () -> jdbc.sql("update criteria set mentor_places = 1").update())
                .hasMessageContaining("Criteria do not change once the call is open.");
    }

    @Test
    void where_sign_ups_came_from_a_file_there_is_nothing_to_settle() {
        moving.reach(programme, Phase.CLOSED, Season.OWNER);

        assertThat(olga.open(home + "/criteria").says("came in from a file")).isTrue();
        assertThat(settle().status()).isEqualTo(422);
        assertThat(criteria.find(programme)).isEmpty();
    }

    private Reader.Page settle(String... others) {
        return olga.press(home + "/criteria", Settled.but(others));
    }

    private Criteria kept() {
        return Objects.requireNonNull(criteria.find(programme).orElseThrow().criteria());
    }
}
