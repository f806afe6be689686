// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// Preparing for a pair where nobody reads along, in a real browser: the first key, another browser, a code, and a
/// server
/// that cheats. With `-Dlooks=DIR`, the pages are kept there as pictures.
@CounterpartTest
class PreparationJourneyTest {
    private static final String WORRY = "Žilvinas will laugh at my questions 🙂";
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
    void two_pairs() {
        here = "/pairs/" + Couple.in(application).id() + "/preparation";
    }

    @Test
    void somebody_prepares_on_a_narrow_dark_screen_and_goes_on_by_the_code_on_a_wide_light_one() {
        try (var phone = dana(320, ColorScheme.DARK);
                var desk = dana(1280, ColorScheme.LIGHT)) {
            phone.open("/pairs");
            phone.press("a[href$='/preparation']");
            shown(phone, "none");
            look(phone, "1-none-320-dark");
            var code = enrol(phone);
            look(phone, "3-open-320-dark");
            write(phone, WORRY);
            phone.check();
            look(phone, "4-sealed-320-dark");

            desk.open(here);
            shown(desk, "unknown");
            assertThat(desk.page.locator("body")).not().containsText("laugh");
            look(desk, "5-unknown-1280-light");
            desk.page.locator("#recovery").fill("0000-0000-0000-0000-0000-0000-0000");
            at(desk, "recover").click();
            assertThat(desk.page.locator("[data-mistyped=recovery]")).isVisible();
            assertThat(desk.page.locator("#recovery")).isFocused();
            desk.page
                    .locator("#recovery")
                    .fill(code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '));
            at(desk, "recover").click();
            shown(desk, "open");
            assertThat(desk.page.locator("#worries")).hasValue(WORRY);
            write(desk, "Less than I thought");
            look(desk, "6-open-1280-light");

            write(phone, "Written without knowing", "elsewhere");
            assertThat(phone.page.locator("#worries")).hasValue("Written without knowing");
            phone.page.reload();
            assertThat(phone.page.locator("#worries")).hasValue("Less than I thought");
        }
    }

    @Test
    void a_code_that_was_not_typed_back_makes_no_key() {
        try (var dana = dana(1280, ColorScheme.DARK)) {
            dana.open(here);
            at(dana, "enrol").click();
            look(dana, "2-code-1280-dark");
            dana.page.locator("#typed").fill("not the code");
            at(dana, "confirm").click();

            assertThat(dana.page.locator("[data-mistyped=code]")).isVisible();
            dana.check();
            assertThat(jdbc.sql("select count(*) from vault_member")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    @Threat(5)
    void whoever_signs_in_as_somebody_in_another_browser_reads_nothing() {
        try (var dana = dana(1280, ColorScheme.LIGHT);
                var thief = dana(1280, ColorScheme.LIGHT)) {
            dana.open(here);
            enrol(dana);
            write(dana, WORRY);

            thief.open(here);
            shown(thief, "unknown");
            assertThat(thief.page.content()).doesNotContain("laugh");
            thief.page.locator("[data-show=unknown] summary").last().click();
            at(thief, "anew").click();
            confirm(thief, at(thief, "code").textContent());
            shown(thief, "refused");
            assertThat(thief.page.content()).doesNotContain("laugh");

            dana.page.reload();
            shown(dana, "refused");
            assertThat(dana.page.locator("[data-refusal=replaced]")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update sealed_item set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where sequence = 2 | older than seen",
                "update sealed_item set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where sequence = 1 | order",
                "update sealed_item set previous = sha256('x') where sequence = 2 | order",
                "delete from sealed_item where sequence = 2 | older than seen",
                "delete from sealed_item where sequence = 1 | order",
                "delete from sealed_item | older than seen",
                "update sealed_item set sealed = (select sealed from sealed_item where sequence = 1) | older than seen",
                "update keystore.share set share = sha256('x') | altered",
                "update vault_epoch_key set given = set_byte(given, 100, get_byte(given, 100) # 1) | altered",
                "update key_log_entry set entry = set_byte(entry, 60, get_byte(entry, 60) # 1) where number = 1 | altered",
                "delete from key_log_entry where number = 3 | older than seen",
                "update vault_holder set wrapped = set_byte(wrapped, 50, 0) where kind = 'DEVICE' | altered",
            })
    @Threat(3)
    void what_the_server_changed_is_refused_and_said_so(String deed, String refusal) {
        try (var dana = dana(1280, ColorScheme.LIGHT)) {
            dana.open(here);
            enrol(dana);
            write(dana, WORRY);
            write(dana, WORRY + " Still.");

            superuser.does(deed.strip());
            dana.page.reload();

            shown(dana, "refused");
            assertThat(dana.page.locator("[data-refusal='%s']".formatted(refusal)))
                    .isVisible();
            assertThat(dana.page.locator("#worries")).hasValue("");
            dana.check();
        }
    }

    @Test
    void what_is_deleted_is_gone_with_the_half_of_its_key_and_something_else_begins() {
        try (var dana = dana(1280, ColorScheme.LIGHT)) {
            dana.open(here);
            enrol(dana);
            write(dana, WORRY);
            dana.page.locator("[data-at=removal] summary").click();
            dana.page.waitForResponse(
                    answer -> answer.url().endsWith("/space"),
                    () -> dana.page.locator("form[action$='/removal'] button").click());
            shown(dana, "open");

            assertThat(dana.page.locator("#worries")).hasValue("");
            assertThat(jdbc.sql("select count(*) from sealed_item")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from keystore.share join vault_space on space_id = id")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            write(dana, "Anew");
        }
    }

    @Test
    void the_device_key_cannot_be_exported_and_nothing_readable_stays_in_the_browser() {
        try (var dana = dana(1280, ColorScheme.LIGHT)) {
            dana.open(here);
            enrol(dana);
            write(dana, WORRY);

            assertThat(dana.page.evaluate("""
                    async () => {
                      const opening = indexedDB.open('counterpart-vault');
                      const database = await new Promise(done => { opening.onsuccess = () => done(opening.result); });
                      const all = name => new Promise(done => {
                        const asked = database.transaction(name).objectStore(name).getAll();
                        asked.onsuccess = () => done(asked.result);
                      });
                      const [device] = await all('devices');
                      const exported = await crypto.subtle.exportKey('pkcs8', device.pair.secret).catch(why => why.name);
                      return [exported, JSON.stringify([device, await all('spaces')]).includes('laugh'),
                        localStorage.length, sessionStorage.length].join();
                    }""")).isEqualTo("InvalidAccessError,false,0,0");
        }
    }

    @Test
    void somebody_takes_along_what_they_wrote_without_the_server() throws IOException {
        try (var dana = dana(1280, ColorScheme.LIGHT)) {
            dana.open(here);
            enrol(dana);
            dana.page.locator("#worries").fill(WORRY);

            var file = dana.page.waitForDownload(() -> at(dana, "take-along").click());

            assertThat(file.suggestedFilename()).isEqualTo("preparation.txt");
            assertThat(Files.readString(file.path())).contains("What worries me about this", WORRY);
        }
    }

    @Test
    void without_a_script_the_page_says_that_it_is_not_to_be_had() {
        var page = doors.reader(port, "dana@x.example").open(here);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.says("This page needs JavaScript")).isTrue();
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'")
                .doesNotContain("unsafe");
        assertThat(page.text())
                .doesNotContain("name=\"worries\"")
                .containsPattern("<textarea class=\"input\" id=\"worries\"");
    }

    private Chromium.Visit dana(int width, ColorScheme scheme) {
        var visit = chromium.visit(port, width, scheme);
        visit.carryOn(doors.reader(port, "dana@x.example").cookies());
        return visit;
    }

    private String enrol(Chromium.Visit visit) {
        at(visit, "enrol").click();
        var code = at(visit, "code").textContent();
        assertThat(at(visit, "code")).isFocused();
        visit.check();
        confirm(visit, code);
        shown(visit, "open");
        visit.check();
        return code;
    }

    private static void confirm(Chromium.Visit visit, String code) {
        visit.page.locator("#typed").fill(code);
        at(visit, "confirm").press("Enter");
    }

    private static void write(Chromium.Visit visit, String words) {
        write(visit, words, "sealed");
    }

    private static void write(Chromium.Visit visit, String words, String state) {
        visit.page.locator("#worries").fill(words);
        at(visit, "save").press("Enter");
        assertThat(visit.page.locator("[data-state=%s]".formatted(state))).isVisible();
    }

    private static Locator at(Chromium.Visit visit, String name) {
        return visit.page.locator("[data-at=%s]".formatted(name));
    }

    private static void shown(Chromium.Visit visit, String part) {
        assertThat(visit.page.locator("[data-show=%s]".formatted(part))).isVisible();
        for (var other : List.of("none", "code", "unknown", "refused", "open", "unable")) {
            if (!other.equals(part)) {
                assertThat(visit.page.locator("[data-show=%s]".formatted(other)))
                        .isHidden();
            }
        }
    }

    private static void look(Chromium.Visit visit, String name) {
        var folder = System.getProperty("looks");
        if (folder != null) {
            visit.page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }
}
