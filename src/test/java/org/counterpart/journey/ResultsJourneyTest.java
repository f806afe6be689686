// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.programme.Consulted;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.Settled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// An owner says what came of a programme, and corrects it. With `-Dlooks=DIR`, the pages are kept there as pictures.
@CounterpartTest
class ResultsJourneyTest extends InChromium {
    private final UUID programme = UUID.randomUUID();
    private final String home = "/programmes/" + programme;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private SettableClock clock;

    private Reader olga;

    @BeforeEach
    void a_programme_that_is_over() {
        programmes.start(new Programme(programme, "Learning upwards", 20, SettableClock.START));
        olga = doors.owner(port);
        Consulted.make(olga, programme);
        olga.open(home + "/criteria");
        olga.press(
                home + "/criteria",
                Settled.but("success", "Two in three mentors and mentees would do it again.\nHalf changed one thing."));
        olga.open(home);
        olga.press(home + "/phase", "phase", "OPEN", "reason", "All is settled");
        clock.pass(Duration.ofDays(280));
        olga = doors.owner(port);
    }

    @ParameterizedTest
    @CsvSource({"320,DARK", "1280,LIGHT"})
    void what_came_of_it_is_said_published_and_corrected(int width, ColorScheme scheme) {
        var size = width + "-" + scheme;
        try (var owner = chromium.visit(port, width, scheme)) {
            owner.carryOn(olga.cookies());
            owner.open(home);
            owner.press("a[href$='/results'] >> nth=-1");
            owner.look("results-1-empty-" + size);
            owner.page.locator("input[name=finding0][value=REACHED]").check();
            owner.page.locator("#seen0").fill("Of those who answered, 31 of 41 would. The others had no time.");
            owner.page.locator("#people0").fill("41");
            owner.page.locator("#on0").fill("2027-08-31");
            owner.press("form[action$='/results'] button");
            assertThat(owner.page.locator("main")).containsText("Criterion 2: what came of it");
            owner.look("results-2-missing-" + size);
            owner.page.locator("input[name=finding1][value=CANNOT_BE_SAID]").check();
            owner.page.locator("#seen1").fill("Too few answered this.");
            owner.page.locator("#on1").fill("2027-08-31");
            owner.page.locator("input[value=NOT_MET]").check();
            owner.press("form[action$='/results'] button");
            owner.look("results-3-preview-" + size);
            owner.press("form[action$='/publication'] button");
            assertThat(owner.page.locator("[role=status]")).containsText("The results are published.");
            owner.look("results-4-published-" + size);

            owner.page.locator("main details summary").first().click();
            owner.check();
            owner.page.locator("#reason").fill("Four answers came late.");
            owner.press("form[action$='/results'] button");
            owner.press("form[action$='/publication'] button");
            owner.open("/calls/" + programme);
            owner.page.locator("#results summary").click();
            owner.check();
            owner.look("results-5-call-" + size);
            assertThat(owner.page.locator("#results")).containsText("Four answers came late.");
        }
    }
}
