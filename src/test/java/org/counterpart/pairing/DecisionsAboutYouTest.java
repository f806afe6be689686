// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.Doors;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.enrolment.Role;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.PublishingRun;
import org.counterpart.postgres.Acting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a participant reads of the decisions that concern them (R75), and what they never read.
class DecisionsAboutYouTest extends SeasonScene {
    private static final Pattern SENTENCE = Pattern.compile("<li>\\s*<p>([^<]+)</p>");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private ImportingPeople importing;

    @BeforeEach
    void it_has_an_owner() {
        doors.owner(port);
    }

    @Test
    void a_page_without_decisions_says_what_will_stand_there() {
        var page = doors.reader(port, "amira@x.example").open("/decisions");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.says("Nothing was decided about you yet")).isTrue();
        assertThat(page.says("href=\"/decisions\"")).isTrue();
    }

    @Test
    void a_season_is_told_newest_first_with_who_decided() {
        var run = run();
        publish(run);
        var pair = pairs.ofPerson("amira").getFirst();
        answering.answer(pair.id(), "amira", Answer.ACCEPTED);
        answering.answer(pair.id(), "dana", Answer.ACCEPTED);

        assertThat(readBy("amira"))
                .containsExactly(
                        "A pair of yours in Spring came about: you both said yes.",
                        "Olga Owner published pairs of Spring, and you are asked about at least one of them. "
                                + "Its page says what speaks for it; whether it comes about is for the two of you.",
                        "Olga Owner looked for pairs in Spring, among everyone who had signed up, you included. "
                                + "What a run proposes is told to nobody before it is published.");
        assertThat(readBy("bo")).hasSize(2);
    }

    @Test
    void whoever_was_left_out_is_told_so_once_it_is_published() {
        signUps.save(programme, List.of(Season.signUp("finn", Role.MENTOR, "x", "y", Set.of())));
        var run = run();
        var left = run.leftOut().getFirst().personId();
        assertThat(readBy(left)).hasSize(1);

        publish(run);

        assertThat(readBy(left).getFirst()).contains("you are in none of them");
    }

    @Test
    void an_import_that_took_a_sign_up_away_says_so() {
        var file = "id,name,role\namira,Amira,mentee\nbo,Bo,\n";
        var draft = importing.upload(programme, "people.csv", file.getBytes(StandardCharsets.UTF_8));
        asOwner(() -> importing.confirm(programme, draft, Season.OWNER));

        assertThat(readBy("amira")).singleElement().asString().contains("your sign-up was added, or changed");
        assertThat(readBy("bo")).singleElement().asString().contains("your sign-up was withdrawn");
        assertThat(readBy("cleo")).isEmpty();
    }

    @Test
    void locks_bans_and_what_others_answered_are_not_told() {
        asOwner(() -> deciding.decide(
                programme, new PairKey("bo", "ezra"), PairWish.Kind.FORBIDDEN, "They are related.", Season.OWNER));
        asOwner(() -> deciding.decide(
                programme, new PairKey("amira", "dana"), PairWish.Kind.LOCKED, "They asked for it.", Season.OWNER));
        publish(run());
        var pair = pairs.ofPerson("amira").getFirst();
        answering.answer(pair.id(), "amira", Answer.DECLINED);

        for (var person : List.of("amira", "bo", "dana", "ezra")) {
            assertThat(readBy(person))
                    .describedAs(person)
                    .hasSize(2)
                    .noneMatch(told ->
                            told.matches(".*(lock|forb|related|asked for|declin|said no|Amira|Dana|Ezra|Bo\\b).*"));
        }
    }

    @Test
    void nobody_learns_from_the_database_whom_else_an_event_concerns() {
        publish(run());

        var rows = Acting.person(UUID.randomUUID(), "amira")
                .<List<String>, RuntimeException>call(() -> jdbc.sql("select about::text from audit_event")
                        .query(String.class)
                        .list());
        var mine = Acting.person(UUID.randomUUID(), "amira")
                .<List<String>, RuntimeException>call(
                        () -> jdbc.sql("""
                                select d::text from decisions_about_me(array['MATCHING_RUN', 'PAIRS_PUBLISHED'], 99, 99) d""").query(String.class).list());

        assertThat(rows).isEmpty();
        assertThat(mine).hasSize(2).noneMatch(row -> row.contains("dana"));
    }

    private List<String> readBy(String person) {
        var page = doors.reader(port, person + "@x.example").open("/decisions");
        return SENTENCE.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Override
    MatchRun run() {
        return asOwner(super::run);
    }

    @Override
    PublishingRun.Answer publish(MatchRun run) {
        return asOwner(() -> super.publish(run));
    }

    private <T> T asOwner(ScopedValue.CallableOp<T, RuntimeException> work) {
        var owner =
                jdbc.sql("select account_id from duty_grant").query(UUID.class).single();
        return Acting.owner(owner, null).call(work);
    }
}
