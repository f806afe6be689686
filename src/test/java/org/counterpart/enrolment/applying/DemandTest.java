// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.Role;
import org.counterpart.pairing.Season;
import org.junit.jupiter.api.Test;

/// What owners read of a call that is open.
class DemandTest extends ApplyingScene {
    @Test
    void an_owner_reads_how_many_applied_in_each_role_against_the_places() {
        apply("amira", OpenCall.mentor());
        apply("dana", OpenCall.mentee());
        var page = doors.owner(port).open("/programmes/" + programme + "/import");

        assertThat(page.text()).contains("1 for 3 places", "1 for 2 places").doesNotContain("hours a month");
        assertThat(doors.owner(port).open("/programmes/" + programme).says("2 people have applied so far"))
                .isTrue();
    }

    @Test
    void what_people_do_unpaid_already_is_told_in_total_once_the_call_is_over_and_eight_said_it() {
        for (int i = 1; i <= 8; i++) {
            people.save(List.of(Season.person("p" + i, 1)));
            jdbc.sql("""
                            insert into application (programme_id, person_id, saved_at, handed_in_at, commitments) \
                            values (:programme, :person, now(), now(), 6)""").param("programme", programme).param("person", "p" + i).update();
            signUps.save(programme, List.of(Season.signUp("p" + i, Role.MENTOR, "Maps", "Law", Set.of())));
        }
        var owner = doors.owner(port);
        var page = "/programmes/" + programme + "/import";
        assertThat(owner.open(page).says("hours a month of unpaid work")).isFalse();

        jdbc.sql("update phase_change set phase = 'CLOSED' where number = 2").update();
        assertThat(owner.open(page).says("about 50 hours a month of unpaid work"))
                .isTrue();
        jdbc.sql("update application set commitments = null where person_id = 'p1'")
                .update();

        assertThat(owner.open(page).says("hours a month of unpaid work")).isFalse();
    }
}
