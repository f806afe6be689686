// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.identity.Grants;
import org.counterpart.journey.Chromium.Visit;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Consulted;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.Settled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How a call becomes known: former participants, representatives, a sponsor, a mail to everyone and a word from a
/// colleague. With `-Dlooks=DIR`, the pages are kept there as pictures.
@CounterpartTest
class KnownCallJourneyTest extends InChromium {
    private final UUID programme = UUID.randomUUID();
    private final String home = "/programmes/" + programme;
    private final String call = "/calls/" + programme;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private Grants grants;

    @Autowired
    private JdbcClient jdbc;

    private Reader olga;
    private String size;

    @BeforeEach
    void a_draft_with_people_in_two_countries() {
        programmes.start(new Programme(programme, "Learning upwards", 20, SettableClock.START));
        people.save(List.of(in("amira", 1, "Germany"), in("dana", 6, "Germany"), in("ezra", 7, "UK")));
        olga = doors.owner(port);
        Consulted.make(olga, programme);
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but());
    }

    @ParameterizedTest
    @CsvSource({"320,DARK", "1280,LIGHT"})
    void a_call_becomes_known_on_narrow_and_wide_dark_and_light_screens(int width, ColorScheme scheme) {
        size = width + "-" + scheme;
        try (var owner = chromium.visit(port, width, scheme);
                var vera = chromium.visit(port, width, scheme);
                var dana = chromium.visit(port, width, scheme);
                var ezra = chromium.visit(port, width, scheme)) {
            owner.carryOn(olga.cookies());
            asksByMail(owner);
            answers(vera);
            settlesCountries(owner);
            opens(owner);
            entrust();
            dana.carryOn(doors.reader(port, "dana@x.example").cookies());
            writesWhatSheDoesNotKnow(dana);
            invites(dana);
            makesItKnown(owner);
            ezra.carryOn(doors.reader(port, "ezra@x.example").cookies());
            see(ezra, call, "call");
            assertThat(ezra.page.locator("main")).containsText("I do not know what a first day here is like");
            assertThat(ezra.page.locator("main")).containsText("Come, you will like it.");
            see(owner, "/works-council", "works-council");
        }
    }

    private void asksByMail(Visit owner) {
        owner.open(home + "/consultation");
        owner.page.locator("details:has(#askedName) summary").click();
        owner.page.locator("#askedName").fill("Vera");
        owner.page.locator("#address").fill("vera");
        owner.press("form[action$='/links'] button");
        assertThat(owner.page.locator("#address-fault")).containsText("Enter one address");
        owner.look("known-1-asking-" + size);
        owner.page.locator("#address").fill("vera@y.example");
        owner.press("form[action$='/links'] button");
        assertThat(owner.page.locator("[role=status]")).containsText("Vera is asked by mail.");
    }

    private void answers(Visit vera) {
        var body = jdbc.sql("select body from mail where recipient = 'vera@y.example'")
                .query(String.class)
                .single();
        vera.open(body.replaceAll("(?s).*(/consultations/[\\w-]+).*", "$1"));
        vera.look("known-2-answering-" + size);
        vera.page.locator("input[value=MENTEE]").check();
        vera.page.locator("#tookPartIn").fill("Pilot in Lisbon");
        vera.page.locator("#pitfalls").fill("Bosses cancelled");
        vera.press("form[action^='/consultations/'] button");
        assertThat(vera.page.locator("h1")).hasText("Thank you");
    }

    private void settlesCountries(Visit owner) {
        see(owner, home + "/countries", "countries");
        owner.press("form[action$='/countries'] button");
        assertThat(owner.page.locator(".field__fault").first()).hasText("Choose one");
        owner.look("known-3-countries-faults-" + size);
        owner.page.locator("input[value=AGREED]").check();
        owner.page.locator("#reference-DE").fill("Works agreement no. 12");
        owner.page.locator("#since-DE").fill("2026-11-02");
        owner.press("form[action$='/countries'] button");
        assertThat(owner.page.locator("[role=status]")).containsText("It is noted");
        owner.look("known-4-countries-settled-" + size);
    }

    private void opens(Visit owner) {
        jdbc.sql("update pitfall set answer = 'RISK', because = 'We remind them' where answer is null")
                .update();
        olga.open(home);
        olga.press(home + "/phase", "phase", "OPEN", "reason", "All is settled");
        see(owner, home, "overview");
    }

    private void entrust() {
        olga.open("/duties");
        olga.press(
                "/duties",
                "email",
                "dana@x.example",
                "name",
                "Dana",
                "duty",
                "SPONSOR",
                "programme",
                programme.toString(),
                "reason",
                "She asked for it");
        var dana = doors.reader(port, "dana@x.example");
        dana.open("/duties");
        grants.open().stream()
                .filter(grant -> !grant.confirmed())
                .forEach(grant -> dana.press("/duties/" + grant.id() + "/confirmation"));
    }

    private void writesWhatSheDoesNotKnow(Visit dana) {
        see(dana, "/duties", "duties");
        dana.press("a[href='" + call + "/note']");
        dana.page.locator("#text").fill("I do not know what a first day here is like any more.");
        dana.press("form[action$='/note'] button");
        assertThat(dana.page.locator("#own-fault")).isVisible();
        dana.look("known-5-note-" + size);
        dana.page.locator("input[name=own]").check();
        dana.press("form[action$='/note'] button");
        assertThat(dana.page.locator("[role=status]")).containsText("It is signed");
    }

    private void invites(Visit dana) {
        dana.open(call);
        dana.press("a[href$='/invite']");
        dana.page.locator("#address").fill("ezra@x.example");
        dana.page.locator("#words").fill("Come, you will like it.");
        dana.press("form[action$='/invite'] button");
        assertThat(dana.page.locator("[role=status]")).containsText("your invitation is on its way");
        dana.look("known-6-invite-" + size);
    }

    private void makesItKnown(Visit owner) {
        see(owner, home + "/announcement", "announcement");
        owner.press("form[action$='/announcement'] button");
        assertThat(owner.page.locator("[role=status]")).containsText("3 people are written to");
        owner.look("known-7-announced-" + size);
    }

    private void see(Visit visit, String path, String name) {
        visit.open(path);
        visit.look("known-" + name + "-" + size);
    }

    private static Person in(String id, int level, String country) {
        return new Person(
                id,
                id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1),
                id + "@x.example",
                level,
                "Dep " + id,
                null,
                country,
                null,
                Set.of(),
                null);
    }
}
