// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import javax.imageio.ImageIO;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Superuser;
import org.counterpart.evidence.Threat;
import org.counterpart.vault.Couple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which browsers open what somebody sealed: letting one in from another, taking its key away, another code, signing
/// out; and files that the two of a pair give each other.
@CounterpartTest
class OwnKeysJourneyTest {
    private static final String SAID = "What I never dared to say";
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
    void a_phone_is_let_in_by_the_desk_once_both_show_the_same_words_and_let_out_again_within_seconds() {
        try (var amira = ready("amira");
                var desk = ready("dana");
                var phone = visit("dana", 320, ColorScheme.DARK)) {
            say(amira, SAID);
            phone.open(here);
            phone.page
                    .locator("summary", new Page.LocatorOptions().setHasText("let this one in"))
                    .click();
            at(phone, "ask").click();
            assertThat(phone.page.locator("[data-asked=waiting]")).isVisible();
            phone.check();
            phone.look("keys-1-asking-320-dark");

            desk.open("/vault");
            assertThat(desk.page.locator("[data-slot=admit]")).isEnabled();
            assertThat(desk.page.locator("[data-slot=words]"))
                    .hasText(at(phone, "asked-words").textContent());
            desk.check();
            desk.look("keys-2-let-in-1280-light");
            desk.page.locator("[data-slot=admit]").click();
            assertThat(messages(phone)).containsText(SAID);
            assertThat(desk.page.locator("[data-at=holders] li")).hasCount(3);
            assertThat(jdbc.sql("select subject from mail where recipient = 'dana@x.example'")
                            .query(String.class)
                            .list())
                    .contains("Another browser opens what you sealed");

            desk.page
                    .locator("[data-at=holders] li", new Page.LocatorOptions().setHasText("Another browser"))
                    .locator("button")
                    .click();
            assertThat(phone.page.locator("[data-show=unknown]")).isVisible(new IsVisibleOptions().setTimeout(10_000));
            assertThat(phone.page.locator("body")).not().containsText(SAID);
            desk.open(here);
            say(amira, "Only you now");
            assertThat(messages(desk)).containsText("Only you now");
            assertThat(jdbc.sql("select max(epoch) from conversation_key")
                            .query(Integer.class)
                            .single())
                    .isGreaterThan(2);
        }
    }

    /// The server puts a key of its own in the place of the phone's, to be let in instead.
    @Test
    @Threat(3)
    void a_browser_that_the_server_put_in_the_place_of_another_shows_other_words() {
        try (var desk = ready("dana");
                var phone = visit("dana", 1280, ColorScheme.LIGHT)) {
            phone.open(here);
            phone.page
                    .locator("summary", new Page.LocatorOptions().setHasText("let this one in"))
                    .click();
            at(phone, "ask").click();
            assertThat(phone.page.locator("[data-asked=waiting]")).isVisible();
            superuser.does("update vault_asking set public_key = sha256('mine')");

            desk.open("/vault");

            assertThat(desk.page.locator("[data-slot=admit]")).isEnabled();
            assertThat(desk.page.locator("[data-slot=words]"))
                    .not()
                    .hasText(at(phone, "asked-words").textContent());
        }
    }

    @Test
    void another_code_takes_the_place_of_the_one_before() {
        try (var dana = visit("dana", 1280, ColorScheme.LIGHT);
                var other = visit("dana", 320, ColorScheme.LIGHT)) {
            dana.open("/vault");
            at(dana, "enrol").click();
            var first = at(dana, "code").textContent();
            confirm(dana);
            assertThat(at(dana, "new-code")).isVisible();
            at(dana, "new-code").click();
            assertThat(at(dana, "code")).not().hasText(first);
            var second = at(dana, "code").textContent();
            dana.page.waitForResponse(answer -> answer.url().endsWith("/vault"), () -> confirm(dana));
            assertThat(at(dana, "new-code")).isVisible();
            assertThat(dana.page.locator("[data-at=holders] li")).hasCount(2);
            dana.check();
            dana.look("keys-3-holders-1280-light");

            other.open("/vault");
            at(other, "recovery").fill(first);
            at(other, "recover").click();
            assertThat(other.page.locator("[data-mistyped=recovery]")).isVisible();
            at(other, "recovery").fill(second);
            at(other, "recover").click();
            assertThat(other.page.locator("[data-at=holders] li")).hasCount(3);
            other.check();
            other.look("keys-4-holders-320-light");
        }
    }

    @Test
    void signing_out_leaves_no_key_and_closing_the_browser_does() {
        try (var dana = ready("dana")) {
            dana.page.navigate("/pairs");
            assertThat(kept(dana)).isEqualTo("true");

            dana.page.locator("form[action='/sign-out'] button").click();
            assertThat(dana.page).hasURL(java.util.regex.Pattern.compile(".*/sign-in"));

            assertThat(kept(dana)).isEqualTo("false");
            dana.carryOn(doors.reader(port, "dana@x.example").cookies());
            dana.open(here);
            assertThat(dana.page.locator("[data-show=unknown]")).isVisible();
        }
    }

    @Test
    void a_file_goes_to_the_other_and_nobody_else_and_a_picture_without_where_it_was_taken() throws IOException {
        try (var amira = ready("amira");
                var dana = ready("dana")) {
            assertThat(at(dana, "say")).isVisible();
            var bytes = new byte[200_000];
            new Random(7).nextBytes(bytes);
            send(dana, new FilePayload("Entwurf für Amira.pdf", "application/pdf", bytes));

            assertThat(taken(amira, "Entwurf für Amira.pdf")).isEqualTo(bytes);
            assertThat(jdbc.sql("select count(*) from conversation_chunk")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4);
            send(dana, new FilePayload("photo.jpg", "image/jpeg", photo()));
            var painted = new String(taken(amira, "photo.jpg"), StandardCharsets.ISO_8859_1);
            assertThat(new String(photo(), StandardCharsets.ISO_8859_1)).contains("GPS-52.52N");
            assertThat(painted).doesNotContain("GPS-52.52N").contains("JFIF");
            amira.check();
            amira.look("files-1-1280");

            superuser.does("update conversation_chunk set sealed = set_byte(sealed, 9, get_byte(sealed, 9) # 1)");
            messages(amira).locator("[data-slot=file]").first().click();
            assertThat(messages(amira).locator("[data-slot=fault]").first()).isVisible();
            at(dana, "file")
                    .setInputFiles(new FilePayload("big.bin", "application/octet-stream", new byte[10_485_761]));
            assertThat(dana.page.locator("[data-state=file-too-big]")).isVisible();
            at(dana, "file").setInputFiles(new FilePayload("odd.png", "image/png", new byte[] {1, 2, 3}));
            assertThat(dana.page.locator("[data-state=file-odd]")).isVisible();
        }
    }

    private static byte[] taken(Chromium.Visit visit, String name) throws IOException {
        var line = messages(visit).locator("[data-slot=file]", new Locator.LocatorOptions().setHasText(name));
        var file = visit.page.waitForDownload(line::click);
        assertThat(file.suggestedFilename()).isEqualTo(name);
        return Files.readAllBytes(file.path());
    }

    private static void send(Chromium.Visit visit, FilePayload file) {
        at(visit, "file").setInputFiles(file);
        assertThat(messages(visit)).containsText(file.name);
    }

    /// A JPEG that says where it was taken.
    private static byte[] photo() throws IOException {
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var paint = picture.createGraphics();
        paint.setColor(Color.ORANGE);
        paint.fillRect(0, 0, 40, 30);
        paint.dispose();
        var plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", plain);
        var bytes = plain.toByteArray();
        var exif = "Exif\0\0GPS-52.52N".getBytes(StandardCharsets.US_ASCII);
        var whole = new ByteArrayOutputStream();
        whole.write(bytes, 0, 2);
        whole.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        whole.write(exif);
        whole.write(bytes, 2, bytes.length - 2);
        return whole.toByteArray();
    }

    private static String kept(Chromium.Visit visit) {
        return String.valueOf(visit.page.evaluate(
                "async () => (await indexedDB.databases()).some(each => each.name === 'counterpart-vault')"));
    }

    private Chromium.Visit ready(String who) {
        var visit = visit(who, 1280, ColorScheme.LIGHT);
        visit.open(here);
        at(visit, "enrol").click();
        confirm(visit);
        assertThat(visit.page.locator("[data-show=code]")).isHidden();
        return visit;
    }

    private Chromium.Visit visit(String who, int width, ColorScheme scheme) {
        var visit = chromium.visit(port, width, scheme);
        visit.carryOn(doors.reader(port, who + "@x.example").cookies());
        return visit;
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

    private static Locator messages(Chromium.Visit visit) {
        return at(visit, "messages");
    }

    private static Locator at(Chromium.Visit visit, String name) {
        return visit.page.locator("[data-at=%s]:not(template)".formatted(name));
    }
}
