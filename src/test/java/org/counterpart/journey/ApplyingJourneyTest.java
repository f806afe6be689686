// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.people.People;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From My pairs to an application that was handed in, changed on another device and withdrawn, in a real browser. With
/// `-Dlooks=DIR`, the pages are kept there as pictures.
@CounterpartTest
class ApplyingJourneyTest extends InChromium {
    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private JdbcClient jdbc;

    private UUID programme;

    @BeforeEach
    void an_open_call() {
        programme = OpenCall.begin(programmes, people, jdbc);
    }

    @Test
    void somebody_applies_on_a_narrow_dark_screen_and_goes_on_on_a_wide_light_one() {
        try (var phone = chromium.visit(port, 320, ColorScheme.DARK);
                var desk = chromium.visit(port, 1280, ColorScheme.LIGHT)) {
            phone.carryOn(doors.reader(port, "dana@x.example").cookies());
            phone.open("/pairs");
            phone.look("applying-1-pairs-320-dark");
            go(phone, "a[href$='/apply']");
            phone.look("applying-2-empty-320-dark");
            phone.page.locator("input[value=MENTEE]").check();
            phone.page.locator("#gap0").fill("digital");
            go(phone, "button[value=hand-in]");
            assertThat(phone.page.locator("[role=alert]")).containsText("All of it is saved");
            phone.look("applying-3-missing-320-dark");
            phone.page.locator("[role=alert] a[href='#gap0']").click();
            phone.page.locator("#gap0").fill("How younger customers choose a bank");
            phone.page.locator("#situation0").fill("At the fair I nodded and bought what nobody here can use.");
            phone.page.waitForResponse(
                    answer -> answer.status() == 204,
                    () -> phone.page.locator("#situation0").pressSequentially(" So."));
            assertThat(phone.page.locator("[data-state=saved]")).isVisible();
            assertThat(phone.page.locator("input[name=version]")).hasValue("2");
            phone.page.locator("#topics summary").nth(4).click();
            phone.page.locator("input[name=wants][value=spreadsheets]").check();
            go(phone, "button[value=topics]");
            phone.look("applying-4-saved-320-dark");

            desk.carryOn(doors.reader(port, "dana@x.example").cookies());
            desk.open("/calls/" + programme + "/apply");
            assertThat(desk.page.locator("#gap0")).hasValue("How younger customers choose a bank");
            desk.page.locator("#time summary").click();
            desk.page.locator("input[name=hours]").first().check();
            desk.look("applying-5-resumed-1280-light");
            go(desk, "button[value=hand-in]");
            assertThat(desk.page.locator("[role=status]:not([hidden])")).containsText("You applied");
            desk.look("applying-6-handed-in-1280-light");
            org.assertj.core.api.Assertions.assertThat(signUps.of(programme))
                    .extracting(SignUp::personId, SignUp::role)
                    .containsExactly(org.assertj.core.api.Assertions.tuple("dana", Role.MENTEE));
            go(desk, "form[action$='/withdrawal'] button");
            assertThat(desk.page.locator("[role=status]:not([hidden])")).containsText("withdrawn");
            org.assertj.core.api.Assertions.assertThat(signUps.count(programme)).isZero();
        }
    }

    @Test
    void an_owner_sees_who_applies_on_a_wide_dark_screen() {
        try (var owner = chromium.visit(port, 1280, ColorScheme.DARK)) {
            var dana = doors.reader(port, "dana@x.example");
            var path = "/calls/" + programme + "/apply";
            dana.open(path);
            dana.press(path, OpenCall.handedIn(OpenCall.mentee()));
            owner.carryOn(doors.owner(port).cookies());
            owner.open("/programmes/" + programme + "/import");
            assertThat(owner.page.locator("main")).containsText("1 for 2 places");
            owner.look("applying-7-owner-1280-dark");
        }
    }

    /// Presses what leads to another page.
    private static void go(Chromium.Visit visit, String selector) {
        visit.page.waitForNavigation(() -> visit.page.locator(selector).first().click());
        visit.check();
    }
}
