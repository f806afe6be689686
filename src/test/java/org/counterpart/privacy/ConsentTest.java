// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.signup.DryRun;
import org.counterpart.identity.Accounts;
import org.counterpart.pairing.Pair;
import org.counterpart.pairing.Pairs;
import org.counterpart.postgres.Acting;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class ConsentTest {
    private static final String BEA = Marks.id("bea");
    private static final String FILE = "id,name,role,offers,wants\nmk-bea-id,Bea,mentor,Charts,Budgets\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Consents consents;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ImportingPeople importing;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Pairs pairs;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    private UUID account = UUID.randomUUID();

    @BeforeEach
    void ana_and_bea_are_a_pair() {
        new Marks(jdbc).plant();
        jdbc.sql("update sign_up set availability = '{}'").update();
        account = accounts.open(BEA, null, null, SettableClock.START);
    }

    @Test
    void all_are_off_until_somebody_agrees() {
        assertThat(consents.of(BEA)).extracting(Consent::matter).containsExactly(Matter.values());
        assertThat(consents.of(BEA)).noneMatch(Consent::given);

        var page = doors.reader(port, Marks.email("bea")).open("/privacy/consents");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text().split("You do not take part", -1)).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void one_press_agrees_and_one_press_withdraws_and_both_are_kept_with_the_words(Matter matter) {
        var bea = doors.reader(port, Marks.email("bea"));
        bea.open("/privacy/consents");

        bea.press("/privacy/consents", "matter", matter.name(), "given", "true");
        assertThat(consents.given(BEA, matter)).isTrue();
        bea.press("/privacy/consents", "matter", matter.name(), "given", "true");
        bea.press("/privacy/consents", "matter", matter.name(), "given", "false");
        assertThat(consents.given(BEA, matter)).isFalse();

        assertThat(jdbc.sql(
                                "select matter || ' ' || given || ' ' || wording || ' ' || by_account from consent order by id")
                        .query(String.class)
                        .list())
                .containsExactly(matter + " true 1 " + account, matter + " false 1 " + account);
    }

    @ParameterizedTest
    @EnumSource
    void turning_one_touches_neither_of_the_others(Matter matter) {
        for (var each : Matter.values()) {
            consents.turn(BEA, each, true);
        }

        consents.turn(BEA, matter, false);

        assertThat(consents.of(BEA)).allMatch(consent -> consent.given() == (consent.matter() != matter));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROGRAMME")
    void leaving_research_or_surveys_changes_nothing_about_a_pair(Matter matter) {
        consents.turn(BEA, matter, true);
        consents.turn(BEA, matter, false);

        assertThat(signedUp()).contains(BEA);
        assertThat(pairs.ofPerson(BEA)).extracting(Pair::outcome).containsExactly(Pair.Outcome.AGREED);
    }

    @Test
    void leaving_the_programme_ends_the_pair_and_deletes_the_answer_to_the_call_at_once() {
        var bea = doors.reader(port, Marks.email("bea"));
        consents.signedUp(List.of(BEA));
        assertThat(bea.open("/privacy/consents").says("by your answer to the call"))
                .isTrue();

        assertThat(bea.press("/privacy/consents", "matter", "PROGRAMME", "given", "false")
                        .says("You left the programme."))
                .isTrue();

        assertThat(signedUp()).doesNotContain(BEA).contains(Marks.id("ana"));
        assertThat(pairs.ofPerson(Marks.id("ana")))
                .extracting(Pair::outcome)
                .containsExactly(Pair.Outcome.NOT_GOING_AHEAD);
        assertThat(jdbc.sql("select released_at is not null from standing_pair")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void nobody_signs_somebody_up_who_left_until_they_come_back() {
        consents.signedUp(List.of(BEA));
        consents.turn(BEA, Matter.PROGRAMME, false);

        assertThat(imported().warnings())
                .anyMatch(warning -> warning.in(new Texts(messages, Locale.ENGLISH))
                        .startsWith("One person of this file left the programme themselves"));
        assertThat(signedUp()).doesNotContain(BEA);

        consents.turn(BEA, Matter.PROGRAMME, true);
        imported();
        assertThat(signedUp()).contains(BEA);
    }

    @Test
    void answers_to_a_call_agree_once_and_never_again_after_a_withdrawal() {
        imported();
        assertThat(consents.of(BEA).getFirst())
                .isEqualTo(new Consent(Matter.PROGRAMME, true, SettableClock.START, Consent.CALL));

        consents.turn(BEA, Matter.PROGRAMME, false);
        consents.signedUp(List.of(BEA));
        assertThat(consents.given(BEA, Matter.PROGRAMME)).isFalse();
    }

    @Test
    void an_owner_sees_who_takes_part_in_the_programme_and_withdraws_for_nobody() {
        for (var each : Matter.values()) {
            consents.turn(BEA, each, true);
        }
        Acting.owner(account, null).<Object, RuntimeException>call(() -> {
            assertThat(jdbc.sql("select matter from consent")
                            .query(String.class)
                            .list())
                    .containsExactly("PROGRAMME");
            for (var row : List.of("'PROGRAMME', false, now(), 0", "'RESEARCH', true, now(), 0")) {
                assertThatThrownBy(
                                () -> jdbc.sql("insert into consent (person_id, matter, given, at, wording) values ('"
                                                + BEA + "', " + row + ")")
                                        .update())
                        .isInstanceOf(DataAccessException.class);
            }
            return "";
        });
    }

    @Test
    void nobody_turns_a_switch_in_the_name_of_somebody_else() {
        for (var who : Map.of(Marks.id("ana"), account, BEA, UUID.randomUUID()).entrySet()) {
            assertThatThrownBy(() -> Acting.person(who.getValue(), who.getKey())
                            .<Integer, RuntimeException>call(() -> jdbc.sql("insert into consent "
                                            + "(person_id, matter, given, at, by_account, wording) values ('" + BEA
                                            + "', 'RESEARCH', true, now(), '" + account + "', 1)")
                                    .update()))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    /// Whoever changes these words makes a new version of them instead.
    @Test
    void words_that_somebody_agreed_to_stay_as_they_are() throws Exception {
        var texts = new Texts(messages, Locale.ENGLISH);
        var words = new StringBuilder();
        for (var matter : Matter.values()) {
            words.append(texts.say("privacy.consent." + matter + "." + matter.wording()));
        }
        var digest =
                MessageDigest.getInstance("SHA-256").digest(words.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest)).startsWith("8ee808ecc5dcf71e");
    }

    private DryRun.Ready imported() {
        var owner = new SignedIn(account, null, "olga@x.example", "Olga", Set.of());
        var draft = importing.upload(Marks.PROGRAMME, "people.csv", FILE.getBytes(StandardCharsets.UTF_8));
        return (DryRun.Ready) importing.confirm(Marks.PROGRAMME, draft, owner).orElseThrow();
    }

    private List<String> signedUp() {
        return signUps.of(Marks.PROGRAMME).stream().map(SignUp::personId).toList();
    }
}
