// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.privacy.Rule.Personal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@CounterpartTest
class ExportTest {
    /// Columns whose values are words of ours or of a standard, random, or about people who are not on the roster.
    private static final Set<String> CODED = Set.of(
            "audit_event.kind",
            "audit_event.reason",
            "person.timezone",
            "sign_up.role",
            "draw_place.number",
            "draw_place.role",
            "draw_place.pool",
            "draw_place.ticket",
            "draw_place.outcome",
            "invitation.signed_as",
            "application.role",
            "application.agreed_to",
            "application.strength_kinds",
            "pair_pause.cause",
            "vault_holder.kind",
            "pair.mentor_answer",
            "pair.mentee_answer",
            "left_out.role",
            "pair_wish.kind",
            "voice.part",
            "pitfall.answer",
            "decision.act",
            "duty_grant.duty",
            "consent.matter",
            "account.email",
            "account.name");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Registry registry;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void three_people_leave_marks_everywhere() {
        var marks = new Marks(jdbc);
        marks.plant();
        marks.entrust("ana", "ended_at = '2026-03-02Z'");
        marks.run("""
                insert into decision (programme_id, at, by_account, act, about, reason) select '%s',
                '2026-03-02Z', id, 'RULES_CHANGED', '{mk-ana-about}', 'mk-ana-why' from account
                where person_id = 'mk-ana-id'""".formatted(Marks.PROGRAMME));
    }

    @Test
    void a_person_gets_everything_about_themselves_and_nothing_of_anyone_else() throws IOException {
        var files = export("ana");

        var about = new TreeSet<String>();
        for (var declaration : registry.aboutPeople()) {
            declaration.columns().forEach((column, rule) -> {
                if (rule instanceof Personal(boolean exported, var _) && exported && text(declaration, column)) {
                    about.addAll(marksIn(declaration, column));
                }
            });
        }
        assertThat(about).hasSizeGreaterThan(15);
        for (var name : Set.of("data.json", "read.html")) {
            var text = files.getOrDefault(name, "");
            assertThat(text).describedAs(name).contains(about);
            assertThat(found(text, "mk-cid-\\w+")).describedAs(name).isEmpty();
            assertThat(found(text, "mk-bea-\\w+")).describedAs(name).containsExactly("mk-bea-name");
            assertThat(text).describedAs(name).contains("4711").doesNotContain("8822");
        }
    }

    @Test
    void the_other_of_a_pair_gets_no_answer_but_their_own() throws IOException {
        jdbc.sql("update pair set mentee_answer = 'DECLINED'").update();

        assertThat(export("ana").get("data.json")).contains("ACCEPTED").doesNotContain("DECLINED");
        assertThat(export("bea").get("data.json")).contains("DECLINED").doesNotContain("ACCEPTED");
    }

    @Test
    void nobody_learns_from_it_who_would_rather_not_meet_them() throws IOException {
        assertThat(found(export("bea").getOrDefault("data.json", ""), "mk-cid-\\w+"))
                .isEmpty();
    }

    @Test
    void the_file_is_a_zip_that_no_browser_shows_or_keeps() throws IOException {
        var headers = ana().download("/privacy/export").headers();

        assertThat(headers.firstValue("Content-Type")).contains("application/zip");
        assertThat(headers.firstValue("Content-Disposition"))
                .contains("attachment; filename=\"counterpart-export.zip\"");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void the_page_says_what_is_kept_who_sees_it_and_for_how_long() {
        var page = ana().open("/privacy");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.says("Your answer to the call")).isTrue();
        assertThat(page.says("Until you are erased")).isTrue();
        assertThat(new Reader(port).open("/privacy/export").path()).isEqualTo("/sign-in");
    }

    private Reader ana() {
        return doors.reader(port, Marks.email("ana"));
    }

    private Map<String, String> export(String who) throws IOException {
        var files = new TreeMap<String, String>();
        var reader = doors.reader(port, Marks.email(who));
        new Marks(jdbc).askForALink(who);
        var body = reader.download("/privacy/export").body();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        JsonMapper.builder().build().readTree(files.get("data.json"));
        return files;
    }

    private boolean text(Declaration declaration, String column) {
        var table = catalogue.tables().get(declaration.table());
        var kept = table == null ? null : table.columns().get(column);
        return kept != null
                && kept.type().startsWith("text")
                && !kept.ofPerson()
                && !CODED.contains(declaration.table() + "." + column);
    }

    /// Ana's marks in a column that is hers to get; every such column must have one, or this test proves nothing. Of
    /// the decisions only her own are: those about a pair name the other one.
    private Set<String> marksIn(Declaration declaration, String column) {
        var values = jdbc.sql(
                        "select %s::text from %s where %s".formatted(column, declaration.table(), declaration.rows()))
                .params(subjects.find(Marks.id("ana")).orElseThrow().parameters())
                .param("id", declaration.table().equals("decision") ? "-" : Marks.id("ana"))
                .query(String.class)
                .list();
        var marks = found(String.join(" ", values), "mk-ana-\\w+");
        assertThat(marks).describedAs("%s.%s", declaration.table(), column).isNotEmpty();
        return Set.of("pair.evidence").contains(declaration.table() + "." + column) ? Set.of("mk-ana-offer") : marks;
    }

    private static Set<String> found(String text, String pattern) {
        var found = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(each -> found.add(each.group()));
        return found;
    }
}
