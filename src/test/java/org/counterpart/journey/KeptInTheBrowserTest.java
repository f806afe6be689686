// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.enrolment.SignUps;
import org.counterpart.evidence.Asvs;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a browser that somebody else uses next still has.
@CounterpartTest
class KeptInTheBrowserTest {
    private static final String KEPT = """
            async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
                (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length].join(' ')""";

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Test
    @Asvs({"14.3.1", "14.3.3"})
    void nothing_private_is_stored_and_after_signing_out_going_back_shows_nothing() {
        Season.begin(programmes, people, signUps);
        var amira = doors.reader(port, "amira@x.example");
        try (var chromium = new Chromium();
                var visit = chromium.visit(port, 1280, ColorScheme.LIGHT)) {
            visit.carryOn(amira.cookies());
            for (var path : List.of("/pairs", "/privacy", "/account/passkeys", "/decisions")) {
                visit.open(path);
                assertThat(visit.page.evaluate(KEPT)).describedAs(path).isEqualTo("0 0 0 0 0");
            }
            visit.open("/privacy");
            assertThat(visit.page.content()).contains("Amira");
            var left = visit.page.waitForResponse(
                    answer -> answer.url().endsWith("/sign-out"), () -> visit.press("form[action='/sign-out'] button"));
            assertThat(left.headerValue("Clear-Site-Data")).contains("\"cache\"");

            visit.page.goBack();

            assertThat(visit.page.content()).doesNotContain("Amira");
            assertThat(visit.page.evaluate(KEPT)).isEqualTo("0 0 0 0 0");
        }
    }
}
