// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.counterpart.Application;
import org.counterpart.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// The way from an empty draft to an open call, in a real browser, by an owner with nothing but the pages; and a mentor
/// who reads the call. With `-Dlooks=DIR`, every page on the way is pictured there.
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"counterpart.site.url=http://localhost", "counterpart.site.demonstration=true"})
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class CallJourneyTest extends InChromium {
    private String looks = "";

    @Test
    void from_an_empty_draft_to_an_open_call_on_a_wide_light_screen() {
        journey(1280, ColorScheme.LIGHT);
    }

    @Test
    void from_an_empty_draft_to_an_open_call_on_a_narrow_dark_screen() {
        journey(320, ColorScheme.DARK);
    }

    private void journey(int width, ColorScheme scheme) {
        looks = "%d-%s".formatted(width, scheme.name().toLowerCase(java.util.Locale.ROOT));
        try (var owner = chromium.visit(port, width, scheme);
                var mentor = chromium.visit(port, width, scheme)) {
            comesIn(mentor);
            startsAProgramme(owner);
            hearsThree(owner);
            settles(owner);
            asksRepresentatives(owner);
            opensTheCall(owner);
            var call = seesTheCall(owner);
            mentorReads(mentor, call);
        }
    }

    private void startsAProgramme(Chromium.Visit owner) {
        owner.open("/sign-in");
        owner.press("button[value=owner]");
        owner.press("main details summary");
        owner.page.locator("#name").fill("Tidewater learns again");
        look(owner, "start");
        owner.press("form[action='/programmes'] button");
        look(owner, "draft");
    }

    private void hearsThree(Chromium.Visit owner) {
        owner.press(".steps__now a");
        for (var part : new String[] {"MENTOR", "MENTEE", "MENTEE"}) {
            if (!owner.page.locator("#knownAs").isVisible()) {
                owner.press("main details:has(#knownAs) > summary");
            }
            owner.page.locator("#knownAs").fill("Somebody " + System.nanoTime());
            owner.page.locator("input[value=%s]".formatted(part)).check();
            owner.page.locator("#tookPartIn").fill("Lisbon");
            owner.page.locator("#value").fill("An open door");
            owner.page.locator("#pitfalls").fill(part.equals("MENTOR") ? "Leaders cancelled" : "");
            owner.press("form[action$='/voices'] button");
        }
        owner.page.locator("input[value=RISK]").check();
        owner.page.locator("textarea[name=because]").fill("We said so");
        owner.press("form[action*='/pitfalls/'] button");
        assertThat(owner.page.locator("main")).containsText("The consultation is complete.");
        owner.press("nav.tabs a >> nth=0");
        moveOn(owner, "CONSULTED");
    }

    private void settles(Chromium.Visit owner) {
        var today = LocalDate.now(ZoneOffset.UTC);
        owner.press(".steps__now a");
        look(owner, "criteria-empty");
        owner.page
                .locator("#aim")
                .fill(
                        "Leaders learn what colleagues who joined lately know.\nThose colleagues learn how decisions are made.");
        owner.page.locator("#mentors").fill("0");
        owner.press("form[action$='/criteria'] button");
        assertThat(owner.page.locator("[role=alert]")).containsText("one answer below is wrong");
        look(owner, "criteria-refused");
        owner.page.locator("#mentors").fill("20");
        owner.page.locator("#success").fill("");
        owner.press("form[action$='/criteria'] button");
        assertThat(owner.page.locator("[role=status]")).containsText("still to be settled");
        look(owner, "criteria-draft");
        owner.page.locator("#whoMayApply").fill("Mentors up to level 3, mentees from level 6.");
        owner.page.locator("#closesAt").fill(today.plusWeeks(3) + "T17:00");
        owner.page.locator("#zone").fill("Europe/Lisbon");
        owner.page.locator("#startsOn").fill(today.plusWeeks(6).toString());
        owner.page.locator("#nextWaveOn").fill(today.plusWeeks(36).toString());
        owner.page.locator("#mentees").fill("20");
        owner.page.locator("#mentorReserve").fill("4");
        owner.page.locator("#menteeReserve").fill("4");
        owner.page.locator("input[value=DEPARTMENT]").check();
        owner.page.locator("#success").fill("Two in three mentors and mentees would do it again.");
        owner.page.locator("#stopping").fill("If a third of the pairs stop meeting by the middle.");
        owner.press("form[action$='/criteria'] button");
        assertThat(owner.page.locator("[role=status]")).containsText("Saved. All is settled.");
        owner.press("main p a[href^='/calls/']");
        look(owner, "call-preview");
    }

    private void asksRepresentatives(Chromium.Visit owner) {
        owner.press("nav.tabs a >> nth=0");
        owner.press(".steps__now a");
        var open = "details[open] form[action$='/countries']";
        assertThat(owner.page.locator(open).first()).isVisible();
        look(owner, "countries");
        while (owner.page.locator(open).count() > 0) {
            var form = owner.page.locator(open).first();
            form.locator("input[value=AGREED]").check();
            form.locator("input[name=reference]").fill("Group agreement on reverse mentoring");
            form.locator("input[name=since]").fill(LocalDate.now(ZoneOffset.UTC).toString());
            form.locator("button").click();
            owner.page.waitForLoadState();
        }
        owner.check();
    }

    private void opensTheCall(Chromium.Visit owner) {
        owner.press("nav.tabs a >> nth=0");
        moveOn(owner, "OPEN");
        assertThat(owner.page.locator("main")).containsText("stays as it is");
        look(owner, "opened");
        owner.press("nav.tabs a[href$='/decisions']");
        assertThat(owner.page.locator("main")).containsText("SHA-256: ");
        owner.press("nav.tabs a[href$='/criteria']");
        look(owner, "criteria-frozen");
    }

    private String seesTheCall(Chromium.Visit owner) {
        owner.press("nav.tabs a[href^='/calls/']");
        var call = owner.page.url().replaceFirst(".*(/calls/)", "$1");
        owner.press("a[href$='/poster']");
        assertThat(owner.page.locator("svg[role=img]")).isVisible();
        look(owner, "poster");
        return call;
    }

    /// Before there is a newer programme, in which nobody mentors yet.
    private static void comesIn(Chromium.Visit mentor) {
        mentor.open("/sign-in");
        mentor.press("button[value=mentor]");
    }

    private void mentorReads(Chromium.Visit mentor, String call) {
        mentor.open("/pairs");
        mentor.press(".bar a[href='/calls']");
        look(mentor, "calls");
        mentor.press("main a[href='%s']".formatted(call));
        assertThat(mentor.page.locator("main")).containsText("the call is open");
        mentor.press("main details summary");
        look(mentor, "call");
    }

    private static void moveOn(Chromium.Visit owner, String to) {
        owner.press("main details summary");
        owner.page.locator("input[value=%s]".formatted(to)).check();
        owner.page.locator("#reason").fill("All is settled");
        owner.press("form[action$='/phase'] button");
        assertThat(owner.page.locator("[role=status]")).isVisible();
    }

    private void look(Chromium.Visit visit, String name) {
        visit.look("call-%s-%s".formatted(looks, name));
    }
}
