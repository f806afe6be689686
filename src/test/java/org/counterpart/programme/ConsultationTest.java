// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.pairing.Season;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.consultation.Consulting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConsultationTest extends DraftScene {
    private static final Pattern PITFALL = Pattern.compile("/consultation/pitfalls/([\\w-]+)");
    private static final Pattern VOICE = Pattern.compile("/consultation/voices/([\\w-]{36})/removal");

    @Autowired
    private Phases phases;

    @Autowired
    private MovingOn moving;

    @Autowired
    private Consulting consulting;

    @Test
    void no_call_opens_before_anybody_was_heard_and_everything_missing_is_told_at_once() {
        var refused = move("CONSULTED", "Asked around");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("3 more people to be heard")).isTrue();
        assertThat(refused.says("Somebody who was a mentor")).isTrue();
        assertThat(refused.says("Somebody who was a mentee")).isTrue();
        assertThat(refused.says("At least one pitfall")).isTrue();
        assertThat(refused.says("Asked around")).isTrue();
        assertThat(phase()).isEqualTo(Phase.DRAFT);
    }

    @Test
    void three_mentors_are_no_consultation() {
        hear("Amal", "MENTOR", "");
        hear("Bela", "MENTOR", "Nobody had time");
        hear("Cora", "MENTOR", "");
        answerAll("DECISION");

        var refused = move("CONSULTED", "Done");

        assertThat(refused.says("Somebody who was a mentee")).isTrue();
        assertThat(refused.says("Somebody who was a mentor")).isFalse();
    }

    @Test
    void every_pitfall_waits_for_a_decision_or_an_accepted_risk() {
        hear("Amal", "MENTOR", "Nobody had time\nLeaders cancelled");
        hear("Bela", "MENTEE", "");
        hear("Cora", "MENTEE", "");
        assertThat(move("CONSULTED", "Done").says("2 pitfalls wait for an answer"))
                .isTrue();

        answerAll("RISK");

        assertThat(move("CONSULTED", "Three were heard").says("The consultation is complete."))
                .isTrue();
        assertThat(phase()).isEqualTo(Phase.CONSULTED);
        var log = olga.open(home + "/decisions");
        assertThat(log.says("The consultation is complete.")).isTrue();
        assertThat(log.says("Reason: Three were heard")).isTrue();
    }

    @Test
    void nobody_is_heard_twice_and_nothing_typed_is_lost() {
        hear("Amal", "MENTOR", "");

        var refused = hear("  AMAL ", "MENTEE", "Leaders cancelled");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("Somebody of this name was heard already")).isTrue();
        assertThat(refused.says("Leaders cancelled")).isTrue();
    }

    @Test
    void a_form_with_nothing_in_it_says_what_each_field_wants() {
        var refused = olga.press(home + "/consultation/voices");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("Enter a name, in up to 120 characters")).isTrue();
        assertThat(refused.says("Choose one of the two")).isTrue();
        assertThat(refused.says("Enter a programme, in up to 200 characters")).isTrue();
        assertThat(refused.says("Write down at least one of the three")).isTrue();
    }

    @Test
    void ten_thousand_characters_are_refused_and_still_in_the_form() {
        var longText = "é".repeat(10_000);

        var refused = olga.press(
                home + "/consultation/voices",
                "knownAs",
                "Amal O’Neill",
                "part",
                "MENTOR",
                "tookPartIn",
                "試験",
                "value",
                longText);

        assertThat(refused.says("Use up to 4,000 characters")).isTrue();
        assertThat(refused.says(longText)).isTrue();
        assertThat(refused.says("試験")).isTrue();
    }

    @Test
    void once_the_call_is_out_the_consultation_stays_as_it_is() {
        consulted();
        var page = olga.open(home + "/consultation");
        olga.open(home + "/criteria");
        olga.press(home + "/criteria", Settled.but());
        move("OPEN", "Everybody was told");

        assertThat(hear("Dora", "MENTOR", "").says("The call is out, so the consultation stays as it is."))
                .isTrue();
        assertThat(olga.press(home + "/consultation/voices/" + first(VOICE, page) + "/removal")
                        .status())
                .isEqualTo(422);
        assertThat(answer(first(PITFALL, page), "DECISION").status()).isEqualTo(422);
    }

    @Test
    void what_was_taken_back_before_the_call_closes_the_gate_again() {
        consulted();
        var page = olga.open(home + "/consultation");
        olga.press(home + "/consultation/voices/" + first(VOICE, page) + "/removal");

        assertThat(move("OPEN", "Now").status()).isEqualTo(422);
        assertThat(phase()).isEqualTo(Phase.CONSULTED);
    }

    @Test
    @Asvs("2.3.1")
    void a_phase_that_does_not_come_next_is_refused_with_what_does() {
        var refused = move("ACTIVE", "Let us go");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.says("A draft comes first to be consulted on.")).isTrue();
        assertThat(move("MATCHED", "By hand").status()).isEqualTo(422);
        assertThat(move("NO_SUCH_PHASE", "x").says("Choose what comes next")).isTrue();
        assertThat(phase()).isEqualTo(Phase.DRAFT);
    }

    @Test
    void no_programme_moves_on_without_a_reason() {
        assertThat(move("ARCHIVED", "  ").says("Give a reason, in up to 2,000 characters"))
                .isTrue();
        assertThat(phase()).isEqualTo(Phase.DRAFT);
    }

    @Test
    void of_two_owners_who_move_a_programme_on_at_once_one_does() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<MovingOn.Answer> archive = () -> {
            start.await();
            return Acting.system(() -> moving.move(programme, Phase.ARCHIVED, "Given up", Season.OWNER));
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(archive, archive));
            for (var each : answers) {
                assertThat(each.get()).isEqualTo(new MovingOn.Moved(Phase.ARCHIVED));
            }
        }

        assertThat(olga.open(home + "/decisions").text().split("Reason: Given up"))
                .hasSize(2);
    }

    @Test
    void sign_ups_from_a_file_close_a_call_that_never_opened_here() {
        olga.open(home + "/import");
        var dryRun = olga.upload(
                home + "/import",
                "people.csv",
                "id,name,email,role\n1,Noor,noor@x.example,mentor\n".getBytes(StandardCharsets.UTF_8));
        olga.press(dryRun.path() + "/confirmation");

        assertThat(phase()).isEqualTo(Phase.CLOSED);
        assertThat(olga.open(home + "/decisions").says("The call is closed.")).isTrue();
    }

    @Test
    void what_one_programme_learnt_the_next_one_reads_without_a_name() {
        consulted();
        var next = UUID.randomUUID();
        programmes.start(new Programme(next, "Next", 20, SettableClock.START));

        var page = olga.open("/programmes/" + next + "/consultation");

        assertThat(page.says("Leaders cancelled")).isTrue();
        assertThat(page.says("Accepted: We said so")).isTrue();
        assertThat(page.says("Amal")).isFalse();
    }

    private void consulted() {
        hear("Amal", "MENTOR", "Leaders cancelled");
        hear("Bela", "MENTEE", "");
        hear("Cora", "MENTEE", "");
        answerAll("RISK");
        move("CONSULTED", "Three were heard");
    }

    private Reader.Page hear(String knownAs, String part, String pitfalls) {
        olga.open(home + "/consultation");
        return olga.press(
                home + "/consultation/voices",
                "knownAs",
                knownAs,
                "part",
                part,
                "tookPartIn",
                "Lisbon",
                "value",
                "An open door",
                "pitfalls",
                pitfalls);
    }

    private void answerAll(String answer) {
        var page = olga.open(home + "/consultation");
        PITFALL.matcher(page.text()).results().forEach(found -> answer(found.group(1), answer));
    }

    private Reader.Page answer(String pitfall, String answer) {
        return olga.press(home + "/consultation/pitfalls/" + pitfall, "answer", answer, "because", "We said so");
    }

    private Reader.Page move(String to, String reason) {
        olga.open(home);
        return olga.press(home + "/phase", "phase", to, "reason", reason);
    }

    private Phase phase() {
        return Acting.system(() -> phases.of(programme));
    }

    private static String first(Pattern pattern, Reader.Page page) {
        return pattern.matcher(page.text()).results().findFirst().orElseThrow().group(1);
    }
}
