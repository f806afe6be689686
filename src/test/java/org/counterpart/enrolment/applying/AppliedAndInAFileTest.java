// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.signup.DryRun;
import org.counterpart.pairing.Season;
import org.counterpart.programme.Phase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who applied themselves, and is named by a file too.
class AppliedAndInAFileTest extends ApplyingScene {
    @Autowired
    private ImportingPeople importing;

    @Test
    void a_file_neither_changes_nor_takes_away_what_somebody_applied_with() {
        apply("amira", OpenCall.mentor());
        var before = signUps.of(programme);

        for (var file : List.of(
                "id,name,email,role,offers\namira,Amira,amira@x.example,mentee,Golf\nbo,Bo,bo@x.example,mentor,Maps\n",
                "id,name,email,role\namira,Amira,amira@x.example,\n")) {
            var draft = importing.upload(programme, "people.csv", file.getBytes(StandardCharsets.UTF_8));
            assertThat(importing.dryRun(programme, draft).orElseThrow())
                    .isInstanceOfSatisfying(
                            DryRun.Ready.class,
                            ready -> assertThat(ready.warnings())
                                    .anyMatch(warning -> warning.key().equals("enrolment.applied")));
            importing.confirm(programme, draft, Season.OWNER);
        }

        assertThat(signUps.of(programme)).containsAll(before).hasSize(2);
    }

    @Test
    void what_somebody_applies_with_takes_the_place_of_what_a_file_said() {
        signUps.save(programme, List.of(Season.signUp("amira", Role.MENTEE, "Golf", "Maps", Set.of())));

        apply("amira", OpenCall.mentor());

        assertThat(signUps.of(programme))
                .singleElement()
                .satisfies(signUp -> assertThat(signUp.offers())
                        .containsExactly(
                                "How the night shift hands over", "Captions for films", "What students pay with"));
    }

    @Test
    void a_file_of_the_roster_closes_no_call() {
        apply("amira", OpenCall.mentor());
        var draft = importing.upload(programme, "people.csv", "id,name\nnew,New\n".getBytes(StandardCharsets.UTF_8));

        importing.confirm(programme, draft, Season.OWNER);

        assertThat(phases.of(programme)).isEqualTo(Phase.OPEN);
        assertThat(signUps.count(programme)).isEqualTo(1);
    }

    @Test
    void whom_somebody_would_rather_not_meet_counts_from_when_they_join_the_roster() {
        apply("dana", OpenCall.mentee());
        var draft = importing.upload(
                programme,
                "people.csv",
                "id,name,email\nghost,Ghost,ghost@x.example\n".getBytes(StandardCharsets.UTF_8));

        importing.confirm(programme, draft, Season.OWNER);

        assertThat(signUps.of(programme).getFirst().avoid()).containsExactlyInAnyOrder("amira", "ghost");
    }
}
