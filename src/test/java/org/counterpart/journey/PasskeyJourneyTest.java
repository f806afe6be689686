// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.counterpart.Application;
import org.counterpart.KnownPort;
import org.counterpart.TestDatabase;
import org.counterpart.identity.passkey.SettingUp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// Setting up, signing out and coming in again, in a real browser with a device that keeps passkeys, by keyboard alone.
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = {TestDatabase.class, KnownPort.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PasskeyJourneyTest extends InChromium {
    @Autowired
    private SettingUp settingUp;

    @Test
    void an_owner_sets_up_and_comes_in_again_with_one_key_on_a_wide_light_screen() {
        journey(1280, ColorScheme.LIGHT);
    }

    @Test
    void an_owner_sets_up_and_comes_in_again_with_one_key_on_a_narrow_dark_screen() {
        journey(320, ColorScheme.DARK);
    }

    private void journey(int width, ColorScheme scheme) {
        try (var owner = chromium.visit(port, width, scheme)) {
            var device = PasskeyDevice.of(owner);
            setUp(owner);
            ownPages(owner);
            device.touched(false);
            signOut(owner);
            comeIn(owner, device);
            lookAlike(owner);
            device.touched(false);
            comeInByAutofill(owner, device);
        }
    }

    private void setUp(Chromium.Visit owner) {
        owner.open("/set-up/" + settingUp.issue().text());
        enter(owner, "main button");
        assertThat(owner.page.locator("#name-fault")).isVisible();
        owner.page.locator("#name").fill("Ada");
        owner.page.locator("#email").fill("ada@x.example");
        enter(owner, "main button");
        assertThat(owner.page).hasURL(Pattern.compile("/programmes$"));
        owner.check();
    }

    private static void ownPages(Chromium.Visit owner) {
        owner.open("/account/passkeys");
        owner.press("summary");
        assertThat(owner.page.locator("main")).containsText("This is your last passkey");
        enter(owner, "form[data-passkey-make] button");
        assertThat(owner.page.locator("[data-fault=InvalidStateError]")).isVisible();
        owner.open("/account/sessions");
        assertThat(owner.page.locator("main")).containsText("Chrome on Linux");
    }

    private static void signOut(Chromium.Visit owner) {
        enter(owner, "form[action='/sign-out'] button");
        assertThat(owner.page).hasURL(Pattern.compile("/sign-in$"));
        owner.check();
    }

    private static void comeIn(Chromium.Visit owner, PasskeyDevice device) {
        device.touched(true);
        enter(owner, "form[data-passkey-get] button");
        assertThat(owner.page).hasURL(Pattern.compile("/programmes$"));
    }

    /// What the browser fills in may be a passkey too, where it offers that.
    private void comeInByAutofill(Chromium.Visit owner, PasskeyDevice device) {
        owner.open("/programmes");
        signOut(owner);
        device.touched(true);
        owner.page.navigate("/sign-in");
        assertThat(owner.page).hasURL(Pattern.compile("/programmes$"));
    }

    /// The same page under another name, as a go-between would show it.
    private void lookAlike(Chromium.Visit owner) {
        owner.page.navigate("http://look-alike.localhost:%d/sign-in".formatted(port));
        enter(owner, "form[data-passkey-get] button");
        assertThat(owner.page.locator("[data-fault=SecurityError]")).isVisible();
        owner.page.navigate("http://look-alike.localhost:%d/programmes".formatted(port));
        assertThat(owner.page).hasURL(Pattern.compile("look-alike.localhost:\\d+/sign-in$"));
    }

    private static void enter(Chromium.Visit visit, String button) {
        Locator found = visit.page.locator(button).first();
        found.focus();
        visit.page.keyboard().press("Enter");
    }
}
