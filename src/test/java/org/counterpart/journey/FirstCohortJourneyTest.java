// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.CounterpartAtItsAddress;
import org.counterpart.Doors;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.identity.passkey.SettingUp;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// From an empty installation to a drawn cohort, by an owner with the pages' own help alone, and what an applicant does
/// of it on a phone; and how long a person would take for all they read, choose and type ([Effort]).
@CounterpartAtItsAddress
class FirstCohortJourneyTest extends InChromium {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCohortJourneyTest.class);
    private static final int APPLICANTS = 63;
    private static final LocalDate TODAY = LocalDate.ofInstant(SettableClock.START, ZoneOffset.UTC);

    @Autowired
    private Doors doors;

    @Autowired
    private SignUps signUps;

    @Autowired
    private SettingUp settingUp;

    @Test
    void sixty_three_apply_for_twenty_pairs_and_lots_decide_who_starts() {
        try (var visit = chromium.visit(port, 1280, ColorScheme.LIGHT);
                var phone = chromium.visit(port, 320, ColorScheme.LIGHT)) {
            var owner = new Effort(visit.page);
            setsUp(owner, visit);
            var programme = startsAProgramme(owner, visit);
            consults(owner, visit);
            settles(owner);
            bringsPeopleIn(owner, programme);
            asksRepresentatives(owner);
            movesOn(owner, visit, "OPEN");
            owner.press(".steps__now a");
            owner.press("form[action$='/announcement'] button");
            var minutes = applies(phone, programme);
            theOthersApply(programme);
            owner.open("/programmes/" + programme);
            movesOn(owner, visit, "CLOSED");
            owner.press(".steps__now a");
            owner.type("#witness", "4 8 15 16 23 42");
            owner.type("#source", "Saturday’s public lottery");
            owner.press("form[action$='/draw'] button");

            assertThat(visit.page.locator("main")).containsText("The draw is held");
            assertThat(signUps.takingPart(programme)).hasSize(40);
            LOG.info("The owner takes {} minutes, an applicant {}.", owner.minutes(), minutes);
            assertThat(owner.minutes()).isBetween(5.0, 17.0);
            assertThat(minutes).isBetween(1.0, 5.0);
        }
    }

    private void setsUp(Effort owner, Chromium.Visit visit) {
        PasskeyDevice.of(visit);
        owner.open("/set-up/" + settingUp.issue().text());
        owner.type("#name", "Olga Owner");
        owner.type("#email", "olga.owner@x.example");
        owner.touch("main form button", Pattern.compile("/programmes$"));
    }

    private static UUID startsAProgramme(Effort owner, Chromium.Visit visit) {
        owner.type("#name", "Learning upwards");
        owner.press("form[action='/programmes'] button");
        return UUID.fromString(visit.page.url().replaceFirst(".*/programmes/([0-9a-f-]{36}).*", "$1"));
    }

    private static void consults(Effort owner, Chromium.Visit visit) {
        owner.press(".steps__now a");
        for (var part : List.of("MENTOR", "MENTEE", "MENTEE")) {
            if (!visit.page.locator("#knownAs").isVisible()) {
                owner.choose("main details:has(#knownAs) > summary");
            }
            owner.type("#knownAs", "Vera Lind " + System.nanoTime() % 1000);
            owner.choose("form[action$='/voices'] input[value=%s]".formatted(part));
            if (visit.page.locator("#tookPartIn").inputValue().isEmpty()) {
                owner.type("#tookPartIn", "Pilot in Lisbon, 2024");
            }
            owner.type("#value", "She learnt to ask before she answers, and found out how new colleagues see us.");
            owner.type("#pitfalls", part.equals("MENTOR") ? "Leaders cancelled meetings at the last moment" : "");
            owner.press("form[action$='/voices'] button");
        }
        owner.choose("input[value=DECISION]");
        owner.type(
                "textarea[name=because]",
                "All dates are agreed before the first meeting, and only moved, never cancelled.");
        owner.press("form[action*='/pitfalls/'] button");
        owner.press("nav.tabs a >> nth=0");
        movesOn(owner, visit, "CONSULTED");
    }

    private static void settles(Effort owner) {
        owner.press(".steps__now a");
        owner.type("#zone", "Europe/Berlin");
        owner.press("form[action$='/criteria'] button");
        owner.press("nav.tabs a >> nth=0");
    }

    private static void bringsPeopleIn(Effort owner, UUID programme) {
        owner.press(".steps__now a");
        owner.pick("#file", "people.csv", roster());
        owner.press("form[action$='/import'] button");
        owner.press("form[action$='/confirmation'] button");
        owner.open("/programmes/" + programme);
    }

    private static void asksRepresentatives(Effort owner) {
        owner.press(".steps__now a");
        owner.choose("input[value=AGREED]");
        owner.type("input[name=reference]", "Works agreement no. 12");
        owner.type("input[name=since]", TODAY.toString());
        owner.press("form[action$='/countries'] button");
        owner.press("nav.tabs a >> nth=0");
    }

    private static void movesOn(Effort owner, Chromium.Visit visit, String to) {
        var choice = visit.page.locator("input[value=%s]".formatted(to));
        if (!choice.isVisible()) {
            owner.choose("main details:has(input[name=phase]) > summary");
        }
        if (!choice.isChecked()) {
            owner.choose("input[value=%s]".formatted(to));
        }
        owner.type("#reason", "All of it is settled.");
        owner.press("form[action$='/phase'] button");
    }

    /// The first of them, from opening the application to its confirmation; the call was read before.
    private double applies(Chromium.Visit phone, UUID programme) {
        phone.carryOn(doors.reader(port, "p0@x.example").cookies());
        phone.open("/calls/" + programme);
        var applicant = new Effort(phone.page);
        applicant.press("main a[href$='/apply']");
        applicant.choose("input[value=MENTOR]");
        var strengths = List.of("How the night shift hands over", "Captions for short films", "What students pay with");
        for (int i = 0; i < 3; i++) {
            applicant.type("#what" + i, strengths.get(i));
            phone.page.locator("[name=kind" + i + "]").first().selectOption("LIVED");
            applicant.type("#evidence" + i, "Three years of it, and the last campaign.");
        }
        applicant.choose("#agreed");
        applicant.press("button[value=hand-in]");
        assertThat(phone.page.locator("[role=status]:not([hidden])").first()).containsText("You applied");
        return applicant.minutes();
    }

    private void theOthersApply(UUID programme) {
        for (int i = 1; i < APPLICANTS; i++) {
            signUps.apply(
                    programme,
                    new SignUp(
                            "p" + i,
                            i < 33 ? Role.MENTOR : Role.MENTEE,
                            1,
                            List.of("spreadsheets"),
                            List.of("negotiation"),
                            null,
                            List.of(),
                            Set.of(),
                            List.of()),
                    List.of("en"),
                    SettableClock.START);
        }
    }

    private static byte[] roster() {
        var csv = new StringBuilder(
                "id,name,email,level,department,country,manager_id\nboss,Boss,boss@x.example,9,Board,Germany,\n");
        for (int i = 0; i < 90; i++) {
            csv.append("p%d,Person %d,p%d@x.example,%d,%s,Germany,boss\n"
                    .formatted(i, i, i, i < 33 ? 2 : 6, i % 2 == 0 ? "Sales" : "Law"));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
