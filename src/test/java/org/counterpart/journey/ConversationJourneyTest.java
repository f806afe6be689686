// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Superuser;
import org.counterpart.evidence.Threat;
import org.counterpart.vault.Couple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The two of a pair write to each other in two real browsers, where nobody else reads along. With `-Dlooks=DIR`, the
/// pages are kept there as pictures.
@CounterpartTest
class ConversationJourneyTest {
    private static final String SAID = "Žilvinas, I said too little on Monday 🙂";
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Superuser superuser;

    @Autowired
    private JdbcClient jdbc;

    private String here;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        setDefaultAssertionTimeout(5_000);
    }

    @BeforeEach
    void a_pair() {
        here = "/pairs/" + Couple.in(application).id() + "/conversation";
    }

    @Test
    void a_nervous_mentor_on_a_phone_and_a_busy_mentee_at_a_desk_write_to_each_other() {
        try (var amira = visit("amira", 320, ColorScheme.DARK);
                var dana = visit("dana", 1280, ColorScheme.LIGHT)) {
            amira.open("/pairs");
            amira.press("a[href$='/conversation']");
            enrol(amira);
            shown(amira, "waiting");
            amira.look("conversation-1-waiting-320-dark");
            amira.check();

            dana.open(here);
            enrol(dana);
            shown(dana, "open");
            dana.check();
            dana.look("conversation-2-nothing-1280-light");
            say(dana, "Shall we meet on Thursday at ten?");
            shown(amira, "open");
            assertThat(messages(amira)).containsText("Shall we meet on Thursday at ten?");
            say(amira, SAID);
            assertThat(messages(dana)).containsText(SAID);
            assertThat(messages(dana).locator(".message").last()).containsText("Amira");
            dana.look("conversation-3-two-1280-light");
            amira.check();
            amira.look("conversation-4-two-320-dark");

            dana.page.locator("[data-at=search-field] summary").click();
            at(dana, "search").fill("zilvinas");
            assertThat(messages(dana).locator(".message")).hasCount(1);
            assertThat(at(dana, "found")).hasText("Found: 1");
            at(dana, "search").fill("nowhere");
            assertThat(at(dana, "found")).hasText("Nothing has these words in it.");
            at(dana, "search").fill("");
            assertThat(messages(dana).locator(".message")).hasCount(2);
        }
    }

    @Test
    void both_keep_notes_and_no_version_is_lost_when_both_change_one() {
        try (var amira = ready("amira", 320);
                var dana = ready("dana", 1280)) {
            note(amira, "Next time", "Ask about the offsite");
            assertThat(notes(dana)).containsText("Ask about the offsite");
            dana.check();

            change(dana);
            change(amira);
            fill(dana, "Next time", "Ask about the offsite and the budget");
            assertThat(notes(amira)).containsText("and the budget");
            fill(amira, "Next time", "Ask Bo");

            for (var each : List.of(amira, dana)) {
                assertThat(notes(each).locator("[data-slot=text]")).hasText("Ask Bo");
                assertThat(notes(each).locator("[data-slot=both]")).isVisible();
                each.page.locator("details[data-slot=versions] summary").click();
                assertThat(notes(each)).containsText("and the budget");
            }
            dana.look("conversation-5-notes-1280");
            amira.check();
        }
    }

    @Test
    void two_who_send_at_the_same_moment_lose_nothing() {
        try (var amira = ready("amira", 1280);
                var dana = ready("dana", 1280)) {
            for (var round = 0; round < 5; round++) {
                at(amira, "say").fill("from Amira " + round);
                at(dana, "say").fill("from Dana " + round);
                at(amira, "send").click();
                at(dana, "send").click();
                assertThat(at(amira, "say")).hasValue("");
                assertThat(at(dana, "say")).hasValue("");
            }

            assertThat(messages(amira).locator(".message")).hasCount(10);
            assertThat(messages(dana).locator(".message")).hasCount(10);
            assertThat(amira.page.locator(".message__text").allTextContents())
                    .isEqualTo(dana.page.locator(".message__text").allTextContents());
        }
    }

    @Test
    @Threat(5)
    void whoever_signs_in_as_one_of_them_reads_nothing_and_the_other_is_warned_before_a_word_goes_to_them() {
        try (var amira = ready("amira", 1280);
                var dana = ready("dana", 1280);
                var thief = visit("dana", 1280, ColorScheme.LIGHT)) {
            say(amira, SAID);
            assertThat(messages(dana)).containsText(SAID);

            thief.open(here);
            shown(thief, "unknown");
            thief.page.locator("[data-show=unknown] summary").last().click();
            at(thief, "anew").click();
            confirm(thief);
            shown(thief, "open");
            assertThat(at(thief, "apart")).isVisible();
            assertThat(thief.page.content()).doesNotContain("too little");
            thief.look("conversation-6-apart-1280");
            say(thief, "What did you say on Monday?");

            shown(amira, "changed");
            assertThat(amira.page.locator("body")).not().containsText("What did you say on Monday?");
            amira.look("conversation-7-changed-1280");
            amira.check();
            shown(dana, "refused");
        }
    }

    @Test
    void somebody_who_lost_everything_reads_again_once_six_words_were_compared_and_a_day_is_over() {
        try (var amira = ready("amira", 1280);
                var dana = ready("dana", 1280);
                var anew = visit("dana", 1280, ColorScheme.LIGHT)) {
            say(amira, SAID);
            assertThat(messages(dana)).containsText(SAID);
            dana.close();
            anew.open(here);
            anew.page.locator("[data-show=unknown] summary").last().click();
            at(anew, "anew").click();
            confirm(anew);
            shown(anew, "open");
            anew.page.locator("[data-at=words-details] summary").click();
            shown(amira, "changed");
            assertThat(at(anew, "words")).not().containsText("Working");
            assertThat(at(amira, "changed-words")).hasText(at(anew, "words").textContent());

            at(amira, "trust").click();
            shown(amira, "open");
            say(amira, "Welcome back");
            assertThat(messages(anew)).containsText("Welcome back");
            assertThat(messages(anew)).not().containsText("too little");
            assertThat(at(amira, "share")).isVisible();
            assertThat(at(amira, "share-now")).isHidden();
            amira.look("conversation-8-share-later-1280");
            superuser.does("alter table key_log_entry disable trigger key_log_only_grows");
            superuser.does("update key_log_entry set at = at - interval '2 days'");
            superuser.does("alter table key_log_entry enable trigger key_log_only_grows");
            amira.page.reload();
            at(amira, "share-now").click();
            assertThat(at(amira, "share")).isHidden();
            anew.page.reload();

            assertThat(messages(anew)).containsText("too little");
            assertThat(at(anew, "apart")).isHidden();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update conversation_item set sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1) where sequence = 2 | older than seen",
                "update conversation_item set sealed = set_byte(sealed, 60, get_byte(sealed, 60) # 1) where sequence = 1 | order",
                "delete from conversation_item where sequence = 1 | order",
                "delete from conversation_item where sequence = 2 | older than seen",
                "update conversation_item set author_id = (select id from vault_member where person_id = 'amira') where sequence = 2 | older than seen",
                "update conversation_key set given = set_byte(given, 100, get_byte(given, 100) # 1) | altered",
                "update conversation_key set heads = sha256('x') | altered",
                "update conversation_key set giver_id = case giver_id when member_id then (select id from vault_member where id <> member_id) else member_id end | altered",
                "update keystore.share set share = sha256('x') | altered",
                "delete from key_log_entry where number = 3 | older than seen",
                "update vault_member set id = gen_random_uuid() where false | none",
            })
    @Threat(3)
    void what_the_server_changed_is_refused_and_said_so(String deed, String refusal) {
        try (var amira = ready("amira", 1280);
                var dana = ready("dana", 1280)) {
            say(amira, SAID);
            say(dana, "Then say it now");
            assertThat(messages(amira)).containsText("Then say it now");

            superuser.does("alter table conversation_item disable trigger conversation_items_follow");
            superuser.does(deed.strip());
            superuser.does("alter table conversation_item enable trigger conversation_items_follow");
            dana.page.reload();

            if (refusal.equals("none")) {
                shown(dana, "open");
            } else {
                shown(dana, "refused");
                assertThat(dana.page.locator("[data-refusal='%s']".formatted(refusal)))
                        .isVisible();
                assertThat(dana.page.locator("body")).not().containsText("too little");
                dana.check();
            }
        }
    }

    @Test
    void a_pair_that_ended_is_there_to_read_and_no_longer_to_write() {
        try (var amira = ready("amira", 1280);
                var dana = ready("dana", 320)) {
            say(amira, SAID);
            jdbc.sql("update pair set closed_at = '2026-11-20Z'").update();

            dana.page.reload();

            shown(dana, "open");
            assertThat(messages(dana)).containsText("too little");
            assertThat(at(dana, "say")).hasCount(0);
            assertThat(dana.page.locator("body")).containsText("until 20 November 2027");
            dana.page.navigate(here.replace("conversation", "preparation"));
            shown(dana, "open");
            assertThat(dana.page.locator("body")).containsText("deleted on 20 December 2026");
            dana.check();
        }
    }

    @Test
    void one_takes_along_what_both_wrote_without_the_server() throws IOException {
        try (var amira = ready("amira", 1280);
                var dana = ready("dana", 1280)) {
            say(amira, SAID);
            assertThat(messages(dana)).containsText(SAID);

            var file = dana.page.waitForDownload(() -> at(dana, "take-along").click());

            assertThat(Files.readString(file.path())).contains("Amira, ", SAID);
        }
    }

    /// Both have a key, and the page is open.
    private Chromium.Visit ready(String who, int width) {
        var visit = visit(who, width, ColorScheme.LIGHT);
        visit.open(here);
        enrol(visit);
        return visit;
    }

    private Chromium.Visit visit(String who, int width, ColorScheme scheme) {
        var visit = chromium.visit(port, width, scheme);
        visit.carryOn(doors.reader(port, who + "@x.example").cookies());
        return visit;
    }

    private static void enrol(Chromium.Visit visit) {
        at(visit, "enrol").click();
        confirm(visit);
        assertThat(visit.page.locator("[data-show=code]")).isHidden();
    }

    private static void confirm(Chromium.Visit visit) {
        visit.page.locator("#typed").fill(at(visit, "code").textContent());
        at(visit, "confirm").press("Enter");
    }

    private static void say(Chromium.Visit visit, String words) {
        at(visit, "say").fill(words);
        at(visit, "send").press("Enter");
        assertThat(visit.page.locator("[data-state=sent]")).isVisible();
    }

    private static void note(Chromium.Visit visit, String title, String text) {
        at(visit, "new-note").click();
        fill(visit, title, text);
    }

    private static void change(Chromium.Visit visit) {
        visit.page.locator("[data-slot=change]").click();
    }

    private static void fill(Chromium.Visit visit, String title, String text) {
        at(visit, "note-title").fill(title);
        at(visit, "note-text").fill(text);
        at(visit, "note-save").press("Enter");
        assertThat(at(visit, "note-form")).isHidden();
    }

    private static Locator messages(Chromium.Visit visit) {
        return at(visit, "messages");
    }

    private static Locator notes(Chromium.Visit visit) {
        return at(visit, "notes");
    }

    private static Locator at(Chromium.Visit visit, String name) {
        return visit.page.locator("[data-at=%s]:not(template)".formatted(name));
    }

    private static void shown(Chromium.Visit visit, String part) {
        assertThat(visit.page.locator("[data-show=%s]".formatted(part)).first()).isVisible();
    }
}
