// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.Window;
import org.counterpart.privacy.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandingInTest extends ApplyingScene {
    @Test
    void whoever_hands_a_whole_application_in_is_signed_up_with_it_and_told_by_mail() {
        var page = apply("dana", OpenCall.mentee());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.says("You applied. A mail says so too.")).isTrue();
        assertThat(signUps.of(programme))
                .containsExactly(new SignUp(
                        "dana",
                        Role.MENTEE,
                        2,
                        List.of("negotiation"),
                        List.of("How younger customers choose a bank", "spreadsheets"),
                        null,
                        List.of(new Window(DayOfWeek.MONDAY, 540, 720), new Window(DayOfWeek.SATURDAY, 540, 660)),
                        Set.of("amira"),
                        List.of("bo")));
        assertThat(signUps.languages(programme)).containsEntry("dana", Set.of("de", "en"));
        assertThat(mails()).containsExactly("dana@x.example You applied to Summer");
        assertThat(consents.given("dana", Matter.PROGRAMME)).isTrue();
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'APPLIED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void all_that_is_missing_is_told_at_once_with_links_to_its_fields_and_nothing_is_lost() {
        var page = handIn(open("bo"), "version", "0", "role", "EITHER", "what0", "Maps", "gap0", "digital");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("href=\"#kind0\"", "href=\"#evidence0\"", "href=\"#what1\"", "href=\"#gap0\"")
                .contains("href=\"#situation0\"", "href=\"#released\"")
                .contains("2 more things", "A little more than a word", "value=\"Maps\"", "value=\"digital\"");
        assertThat(open("bo").open(path).text()).contains("value=\"Maps\"", "value=\"digital\"");
        assertThat(signUps.count(programme)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,digital", "2,how banks", "1,デジ", "2,若い顧客"})
    void words_are_counted_where_a_language_has_no_spaces_too(int words, String text) {
        assertThat(Missing.words(text)).isEqualTo(words);
    }

    @Test
    void a_gap_reaches_nobody_before_its_author_releases_it() {
        var fields = OpenCall.mentee();
        fields[Arrays.asList(fields).indexOf("released")] = "unused";
        apply("dana", fields);

        assertThat(signUps.of(programme).getFirst().wants()).containsExactly("spreadsheets");
    }

    @Test
    void handing_in_twice_is_handing_in_once() {
        var amira = open("amira");
        handIn(amira, OpenCall.mentor());
        var again = handIn(amira, OpenCall.mentor());

        assertThat(again.says("You had applied with just this already.")).isTrue();
        assertThat(signUps.count(programme)).isEqualTo(1);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void a_button_pressed_many_times_at_the_same_moment_applies_once() throws Exception {
        var amira = open("amira");
        amira.open(path);
        var together = new CyclicBarrier(6);
        Callable<Integer> press = () -> {
            together.await();
            return handIn(amira, OpenCall.mentor()).status();
        };

        try (var presses = Executors.newFixedThreadPool(6)) {
            for (var pressed : presses.invokeAll(java.util.Collections.nCopies(6, press))) {
                assertThat(pressed.get()).isEqualTo(200);
            }
        }

        assertThat(signUps.of(programme)).extracting(SignUp::personId).containsExactly("amira");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void an_application_is_changed_and_handed_in_again_until_the_call_closes() {
        var amira = open("amira");
        handIn(amira, OpenCall.mentor());
        var changed = OpenCall.mentor();
        changed[1] = "1";
        changed[changed.length - 1] = "3";
        save(amira, changed);
        assertThat(amira.open(path).says("changed something since")).isTrue();
        assertThat(signUps.of(programme).getFirst().capacity()).isEqualTo(1);

        changed[1] = "2";
        handIn(amira, changed);

        assertThat(signUps.of(programme).getFirst().capacity()).isEqualTo(3);
        assertThat(mails())
                .containsExactlyInAnyOrder(
                        "amira@x.example You applied to Summer",
                        "amira@x.example Your application to Summer is changed");
    }

    @Test
    void one_press_withdraws_it_and_what_was_typed_stays() {
        apply("dana", OpenCall.mentee());
        var dana = open("dana");
        dana.open(path);

        var page = dana.press(path + "/withdrawal");
        dana.press(path + "/withdrawal");

        assertThat(page.says("Your application is withdrawn.")).isTrue();
        assertThat(page.says("How younger customers choose a bank")).isTrue();
        assertThat(signUps.count(programme)).isZero();
        assertThat(mails())
                .contains("dana@x.example Your application to Summer is withdrawn")
                .hasSize(2);
    }

    @Test
    void whoever_left_the_programmes_comes_back_by_their_own_switch_first() {
        consents.turn("amira", Matter.PROGRAMME, true);
        consents.turn("amira", Matter.PROGRAMME, false);

        var refused = apply("amira", OpenCall.mentor());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("href=\"/privacy/consents\"");
        assertThat(signUps.count(programme)).isZero();
    }

    @Test
    void leaving_the_programmes_takes_all_that_was_typed_along() {
        apply("amira", OpenCall.mentor());

        consents.turn("amira", Matter.PROGRAMME, false);

        assertThat(rows()).isZero();
        assertThat(signUps.count(programme)).isZero();
    }

    @Test
    void whoever_says_when_they_applied_is_not_believed() {
        clock.pass(Duration.ofDays(11));
        var fields = Arrays.copyOf(OpenCall.mentor(), OpenCall.mentor().length + 6);
        var forged = new String[] {
            "savedAt", "2026-11-24T09:00:00Z", "handed_in_at", "2026-11-24T09:00:00Z", "closesAt", "2030-01-01T00:00"
        };
        System.arraycopy(forged, 0, fields, OpenCall.mentor().length, forged.length);

        assertThat(apply("amira", fields).status()).isEqualTo(422);

        assertThat(rows()).isZero();
        assertThat(signUps.count(programme)).isZero();
    }

    @Test
    void names_in_any_script_and_formulas_are_kept_as_they_were_typed() {
        var fields = OpenCall.mentor();
        fields[5] = "=cmd|' /C calc'!A0";
        fields[11] = "日本語の敬語";
        fields[17] = "O’Brien’s \"method\" <b>";
        apply("amira", fields);

        assertThat(signUps.of(programme).getFirst().offers())
                .containsExactly("=cmd|' /C calc'!A0", "日本語の敬語", "O’Brien’s \"method\" <b>");
        assertThat(open("amira").open(path).text()).contains("&lt;b").doesNotContain("method\" <b>");
    }
}
