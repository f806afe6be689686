// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.counterpart.SettableClock;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.Places;
import org.counterpart.programme.criteria.Stratum;
import org.counterpart.programme.template.TemplateText;
import org.counterpart.programme.template.Templates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TemplatesTest extends DraftScene {
    @Autowired
    private CriteriaOfProgrammes criteria;

    @Autowired
    private Templates templates;

    @BeforeEach
    void the_page_of_its_templates() {
        olga.open(home + "/templates");
    }

    @Test
    void four_come_along_and_leave_nothing_to_be_settled_but_dates() {
        assertThat(templates.all().stream().map(Templates.Named::file))
                .containsExactly("pilot", "inclusion", "digital", "board");
        for (var each : templates.all()) {
            var filled = each.template().fill(Criteria.NONE);
            assertThat(List.of(filled.aim(), filled.whoMayApply(), filled.success(), filled.stopping()))
                    .describedAs(each.file())
                    .allMatch(text -> text.length() > 80);
            assertThat(filled.mentors()).isNotNull();
            assertThat(filled.mentees()).isNotNull();
        }
        assertThat(weeks("pilot")).isEqualTo(26);
        assertThat(weeks("board")).isEqualTo(78);
    }

    @Test
    void none_that_comes_along_speaks_of_age() {
        for (var each : templates.all()) {
            assertThat(TemplateText.of(each.template()))
                    .describedAs(each.file())
                    .doesNotContainPattern(
                            "(?i)\\b(age|ages|aged|young|younger|old|older|generations?|millennials?|retire[a-z]*)\\b");
        }
    }

    @Test
    void a_programme_begins_with_the_pilot_where_nobody_chooses() {
        var index = olga.open("/programmes");
        assertThat(index.text()).containsPattern("<option value=\"pilot\" selected>");

        var started = olga.press("/programmes", "name", "Spring", "expected", "40", "template", "pilot");

        var id = UUID.fromString(started.path().replaceFirst(".*/", ""));
        assertThat(criteria.find(id).orElseThrow().criteria().weeks()).isEqualTo(26);
        assertThat(started.says("Still missing: 3.")).isTrue();
    }

    @Test
    void a_programme_can_begin_with_nothing() {
        olga.open("/programmes");
        var started = olga.press("/programmes", "name", "Spring", "expected", "40", "template", "");

        assertThat(criteria.find(UUID.fromString(started.path().replaceFirst(".*/", ""))))
                .isEmpty();
    }

    @Test
    void what_an_owner_wrote_stays_and_what_is_empty_is_filled() {
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", "aim", "Ours", "mentors", "3", "zone", "Asia/Tokyo", "weeks", "26");
        olga.open(home + "/templates");

        var filled = olga.press(home + "/templates", "template", "board");

        assertThat(filled.says("What was empty is filled in from “Board programme”."))
                .isTrue();
        var kept = kept(programme);
        assertThat(kept.aim()).isEqualTo("Ours");
        assertThat(kept.mentors()).isEqualTo(new Places(3, 0));
        assertThat(kept.mentees()).isEqualTo(new Places(8, 2));
        assertThat(kept.weeks()).isEqualTo(78);
        assertThat(kept.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(kept.strata()).containsExactly(Stratum.SITE);
    }

    @Test
    void the_criteria_of_one_programme_begin_the_next_without_their_dates() {
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but("aim", "yes: #1 & “two”\n  * three\n\nnull"));
        var file = olga.download(home + "/templates/own.yaml");
        var next = UUID.randomUUID();
        programmes.start(new Programme(next, "Next", 20, SettableClock.START));
        olga.open("/programmes/" + next + "/templates");

        olga.upload("/programmes/" + next + "/templates/file", "template.yaml", file.body());

        var before = kept(programme);
        var after = kept(next);
        assertThat(after.aim()).isEqualTo("yes: #1 & “two”\n  * three\n\nnull");
        assertThat(after.whoMayApply()).isEqualTo(before.whoMayApply());
        assertThat(after.success()).isEqualTo(before.success());
        assertThat(after.stopping()).isEqualTo(before.stopping());
        assertThat(after.mentors()).isEqualTo(before.mentors());
        assertThat(after.strata()).isEqualTo(before.strata());
        assertThat(after.closesAt()).isNull();
        assertThat(after.startsOn()).isNull();
    }

    @Test
    void a_file_that_is_refused_is_told_by_line_value_and_what_is_allowed_and_changes_nothing() {
        var refused = olga.upload(home + "/templates/file", "template.yaml", """
                counterpart template: 1
                name: Ours
                weeks: 500
                ages: 20 to 30
                strata: [department, gender]
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .containsPattern("Line 3:\\s+“500” is not allowed. A whole number from 1 to 156 is.")
                .containsPattern("Line 4:\\s+“ages” is not known. Allowed are: counterpart template, name, aim,")
                .containsPattern("Line 5:\\s+“gender” is none of these: department, level, site, country, contract.");
        assertThat(criteria.find(programme)).isEmpty();
    }

    @Test
    void nothing_is_filled_in_once_the_call_is_over() {
        olga.open(home);
        olga.press(home + "/phase", "phase", "ARCHIVED", "reason", "Given up");
        olga.open(home + "/templates");

        assertThat(olga.press(home + "/templates", "template", "pilot").status())
                .isEqualTo(422);
        assertThat(olga.press(home + "/templates", "template", "no-such").says("Choose one of these templates."))
                .isTrue();
        assertThat(criteria.find(programme)).isEmpty();
    }

    private int weeks(String file) {
        return templates.find(file).orElseThrow().weeks();
    }

    private Criteria kept(UUID id) {
        return criteria.find(id).orElseThrow().criteria();
    }
}
