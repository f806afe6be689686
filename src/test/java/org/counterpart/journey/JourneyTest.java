// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.counterpart.Application;
import org.counterpart.TestDatabase;
import org.counterpart.demonstration.Organisation;
import org.counterpart.demonstration.PeopleCsv;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// The whole way from an empty programme to agreed pairs, in a real browser, as an owner, a mentor and a mentee.
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"counterpart.site.url=http://localhost", "counterpart.site.demonstration=true"})
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class JourneyTest extends InChromium {
    @Test
    void from_sign_ups_to_agreed_pairs_on_a_wide_light_screen() {
        journey(1280, ColorScheme.LIGHT);
    }

    @Test
    void from_sign_ups_to_agreed_pairs_on_a_narrow_dark_screen() {
        journey(320, ColorScheme.DARK);
    }

    @Test
    void the_demonstrations_people_come_in_from_their_file_too() {
        try (var owner = chromium.visit(port, 1280, ColorScheme.DARK)) {
            owner.open("/sign-in");
            owner.press("button[value=owner]");
            owner.press("summary");
            owner.page.locator("#name").fill("A second programme");
            owner.press("form[action='/programmes'] button");
            owner.press("nav.tabs a[href$='/import']");
            owner.page
                    .locator("#file")
                    .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                            "people.csv",
                            "text/csv",
                            PeopleCsv.of(Organisation.from(2026)).getBytes(StandardCharsets.UTF_8)));
            owner.press("main form button");
            assertThat(owner.page.locator("main")).containsText("What people.csv would do");
            owner.press("form[action$=confirmation] button");
            assertThat(owner.page.locator("main")).containsText("63 people signed up.");
        }
    }

    private void journey(int width, ColorScheme scheme) {
        try (var owner = chromium.visit(port, width, scheme);
                var mentor = chromium.visit(port, width, scheme);
                var mentee = chromium.visit(port, width, scheme)) {
            ownerPublishes(owner);
            bothAgree(mentor, mentee);
            oneDeclines(mentor, owner);
        }
    }

    private static void ownerPublishes(Chromium.Visit owner) {
        owner.open("/mailbox");
        owner.open("/sign-in");
        owner.press("button[value=owner]");
        owner.press("main h2 a");
        owner.open(owner.page.url() + "/pairs");
        owner.page.goBack();
        owner.press(".steps__now a");
        owner.press(".pane--wide form button");
        assertThat(owner.page.locator(".badge--positive").first()).hasText("Optimal, verified");
        owner.press("a[href$='/fairness']");
        assertThat(owner.page.locator("main")).containsText("What can decide, and what cannot");
        owner.page.goBack();
        owner.press(".pair button[value=FORBIDDEN]");
        assertThat(owner.page.locator("main")).containsText("What it would cost");
        owner.page.locator("input[name=reason]").first().fill("They sit in one room already.");
        owner.press("form[action$='/wishes'] button[value=FORBIDDEN]");
        assertThat(owner.page.locator("[role=status]")).containsText("are forbidden as a pair");
        owner.press(".pane--wide details summary");
        owner.press("form[action$='/runs'] button");
        owner.press("form[action$='/comparison'] button");
        owner.page.goBack();
        owner.press("form[action$='/publication'] button");
        assertThat(owner.page.locator("[role=status]")).containsText("are published");
        owner.press("nav.tabs a[href$='/decisions']");
        assertThat(owner.page.locator("main")).containsText("They sit in one room already.");
        owner.press(".bar a[href='/audit']");
        assertThat(owner.page.locator("main"))
                .containsText("Marit Solberg published a run of Tidewater learns upwards");
    }

    private static void bothAgree(Chromium.Visit mentor, Chromium.Visit mentee) {
        mentor.open("/sign-in");
        mentor.press("button[value=mentor]");
        mentee.open("/sign-in");
        mentee.press("button[value=mentee]");
        mentor.press(".proposal:has(button[value=ACCEPTED]) button[value=ACCEPTED]");
        assertThat(mentor.page.locator(".proposal").first()).containsText("You said yes");
        mentee.press(".proposal:has(button[value=ACCEPTED]) button[value=ACCEPTED]");
        mentor.open("/pairs");
        assertThat(mentor.page.locator("main")).containsText("You are a pair");
        mentor.press(".bar a[href='/decisions']");
        assertThat(mentor.page.locator("main")).containsText("came about: you both said yes");
        for (var page : List.of("/privacy", "/privacy/consents", "/privacy/erasure")) {
            mentor.open(page);
        }
        mentor.open("/mailbox");
        mentor.press("main li a");
    }

    private static void oneDeclines(Chromium.Visit mentor, Chromium.Visit owner) {
        mentor.open("/sign-in");
        mentor.press("button[value=mentor]");
        mentor.press("button[value=DECLINED]");
        assertThat(mentor.page.locator("main")).containsText("You said no");
        owner.open("/erasure");
        owner.open("/programmes");
        owner.press("main h2 a");
        owner.press("nav.tabs a[href$='/pairs']");
        assertThat(owner.page.locator("main")).containsText("Not going ahead");
        owner.press("main .card a");
        owner.press(".pane--wide details summary");
        owner.press("form[action$='/runs'] button");
        assertThat(owner.page.locator(".pair").first()).containsText("Gains");
    }
}
