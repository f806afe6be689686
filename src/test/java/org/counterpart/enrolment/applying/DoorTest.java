// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.SignUp;
import org.counterpart.evidence.Asvs;
import org.counterpart.programme.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When people can apply, and until when.
class DoorTest extends ApplyingScene {
    @Test
    void the_call_closes_by_the_clock_of_its_zone_whether_or_not_anybody_noted_it() {
        var closes =
                OpenCall.closes().atZone(java.time.ZoneId.of("Europe/Berlin")).toInstant();
        clock.pass(Duration.between(clock.instant(), closes).minusSeconds(1));
        var amira = open("amira");
        amira.open(path);
        assertThat(save(amira, "version", "0", "what0", "Maps").status()).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));

        var late = handIn(amira, OpenCall.mentor());

        assertThat(phases.of(programme)).isEqualTo(Phase.OPEN);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text())
                .contains("17:00 (Europe/Berlin)", "This call is closed", "How the night shift hands over");
        assertThat(signUps.count(programme)).isZero();
        assertThat(amira.press(path + "/withdrawal").status()).isEqualTo(422);
    }

    @Test
    @Asvs("2.3.1")
    void nobody_applies_before_the_call_opens_or_after_it_closed() {
        for (var phase : List.of(Phase.CLOSED, Phase.DRAWN)) {
            jdbc.sql("update phase_change set phase = :phase where number = 2")
                    .param("phase", phase.name())
                    .update();
            assertThat(apply("amira", OpenCall.mentor()).says("This call is closed"))
                    .isTrue();
        }
        jdbc.sql("delete from phase_change where number = 2").update();

        assertThat(apply("amira", OpenCall.mentor()).says("This call is not open yet"))
                .isTrue();
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward over it, and half past two is never struck: an hour later by the clock.
        "2027-03-28T02:30, Europe/Berlin, 2027-03-28T01:30:00Z, '28 March 2027 at 03:30', '28 March 2027, 01:30 UTC'",
        "2027-03-14T02:30, America/New_York, 2027-03-14T07:30:00Z, '14 March 2027 at 03:30', '14 March 2027, 07:30 UTC'",
        // Clocks go back over it, and it is struck twice: the first of the two.
        "2027-10-31T02:30, Europe/Berlin, 2027-10-31T00:30:00Z, '31 October 2027 at 02:30', '31 October 2027, 00:30 UTC'",
        "2027-11-07T01:30, America/New_York, 2027-11-07T05:30:00Z, '7 November 2027 at 01:30', '7 November 2027, 05:30 UTC'",
        // Clocks went back half an hour before.
        "2027-11-07T02:30, America/New_York, 2027-11-07T07:30:00Z, '7 November 2027 at 02:30', '7 November 2027, 07:30 UTC'"
    })
    void in_the_night_in_which_clocks_change_it_closes_when_the_pages_say(
            LocalDateTime closes, String zone, Instant moment, String said, String inUtc) {
        answer(OpenCall.begin(programmes, people, jdbc, closes, zone));
        clock.pass(Duration.between(clock.instant(), moment).minusSeconds(2));
        var amira = open("amira");
        var bo = open("bo");
        var form = amira.open(path);
        assertThat(form.says("The call closes on " + said + " (" + zone + ").")).isTrue();
        assertThat(form.says("That is " + inUtc + ".")).isTrue();
        assertThat(amira.open("/calls/" + programme).says("That is " + inUtc + "."))
                .isTrue();
        assertThat(amira.open("/calls/" + programme).says(said.replace(" at", ",")))
                .isTrue();
        assertThat(amira.open("/calls").says("Apply until " + inUtc)).isTrue();
        amira.open(path);
        bo.open(path);

        clock.pass(Duration.between(clock.instant(), moment).minusNanos(1_000));
        assertThat(handIn(amira, OpenCall.mentor()).status()).isEqualTo(200);
        clock.pass(Duration.ofNanos(1_000));
        var late = handIn(bo, OpenCall.mentor());

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.says("The call closed on " + said + " (" + zone + ").")).isTrue();
        assertThat(late.text()).contains("How the night shift hands over");
        assertThat(signUps.of(programme)).extracting(SignUp::personId).containsExactly("amira");
        assertThat(amira.press(path + "/withdrawal").status()).isEqualTo(422);
    }
}
