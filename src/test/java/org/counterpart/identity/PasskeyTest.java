// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.counterpart.Authenticator;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class PasskeyTest {
    private static final String OWN = "/account/passkeys";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Authenticator device = new Authenticator();

    @BeforeEach
    void amira_and_noor_are_on_the_roster() {
        people.save(List.of(
                new Person("1", "Amira", "amira@x.example", 2, null, null, null, null, Set.of("en"), null),
                new Person("2", "Noor", "noor@x.example", 2, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    void who_signed_in_by_mail_adds_a_passkey_and_signs_in_with_it_in_one_action() {
        amiraWithPasskey();

        var page = doors.withPasskey(port, device).open("/");

        assertThat(page.path()).isEqualTo("/pairs");
        assertThat(page.says("Amira")).isTrue();
    }

    @Test
    @Threat(32)
    void nothing_of_a_page_of_another_address_lets_anybody_in() {
        amiraWithPasskey();

        assertThat(refused(wrong -> wrong.origin = "http://localhost.example")).isEqualTo(422);
        assertThat(refused(wrong -> wrong.origin = "https://localhost")).isEqualTo(422);
        assertThat(refused(wrong -> wrong.origin = "http://localhost:8081")).isEqualTo(422);
        assertThat(refused(wrong -> wrong.site = "localhost.example")).isEqualTo(422);
    }

    @Test
    void nothing_that_was_not_asked_here_is_taken() {
        amiraWithPasskey();
        var other = new Reader(port).open("/sign-in");

        assertThat(refused(wrong -> wrong.challenge = Secret.fresh().text())).isEqualTo(422);
        assertThat(signIn(device.sign(other.asked())).status()).isEqualTo(422);
    }

    @Test
    void an_answer_works_once() {
        amiraWithPasskey();
        var amira = new Reader(port);
        var answer = device.sign(amira.open("/sign-in").asked());
        assertThat(amira.press("/sign-in/passkey", "credential", answer).path()).isEqualTo("/pairs");
        amira.press("/sign-out");

        var again = amira.press("/sign-in/passkey", "credential", answer);

        assertThat(again.status()).isEqualTo(422);
        assertThat(amira.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    void an_answer_is_good_for_ten_minutes() {
        amiraWithPasskey();
        var amira = new Reader(port);
        var answer = device.sign(amira.open("/sign-in").asked());

        clock.pass(Duration.ofMinutes(10));

        var late = amira.press("/sign-in/passkey", "credential", answer);
        assertThat(late.says("open for more than ten minutes")).isTrue();
        assertThat(amira.press("/sign-in/passkey", "credential", device.sign(late.asked()))
                        .path())
                .isEqualTo("/pairs");
    }

    @Test
    void a_counter_that_goes_back_tells_of_a_copy_and_is_refused() {
        amiraWithPasskey();
        for (int i = 0; i < 3; i++) {
            doors.withPasskey(port, device);
        }

        assertThat(refused(copy -> copy.counter = 1)).isEqualTo(422);
        device.counter = 3;
        assertThat(doors.withPasskey(port, device).open("/pairs").path()).isEqualTo("/pairs");
    }

    @Test
    void a_device_that_does_not_make_sure_who_holds_it_is_refused() {
        var amira = doors.reader(port, "amira@x.example");
        device.verifies = false;
        assertThat(add(amira, device).status()).isEqualTo(422);
        assertThat(passkeys()).isZero();

        device.verifies = true;
        add(amira, device);
        assertThat(refused(wrong -> wrong.verifies = false)).isEqualTo(422);
    }

    @Test
    void a_passkey_opens_nobody_elses_account() {
        amiraWithPasskey();
        var noors = new Authenticator();
        add(doors.reader(port, "noor@x.example"), noors);

        device.user = noors.user;

        var page = new Reader(port);
        assertThat(page.press(
                                "/sign-in/passkey",
                                "credential",
                                device.sign(page.open("/sign-in").asked()))
                        .status())
                .isEqualTo(422);
        assertThat(page.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    void a_passkey_that_was_asked_for_by_one_is_not_added_to_another() {
        var amira = doors.reader(port, "amira@x.example");
        var noor = doors.reader(port, "noor@x.example");
        var made = device.make(amira.open(OWN).asked());
        noor.open(OWN);

        assertThat(noor.press(OWN, "credential", made).status()).isEqualTo(422);
        assertThat(passkeys()).isZero();
    }

    @Test
    void a_known_passkey_is_not_added_twice() {
        var amira = amiraWithPasskey();

        assertThat(add(amira, device).says("yours already")).isTrue();
        assertThat(passkeys()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "{\"id\":1}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
                        + "\"authenticatorData\":\"AA\",\"signature\":\"AA\"},\"clientExtensionResults\":{}}"
            })
    void what_is_no_answer_at_all_is_refused_in_words(String nonsense) {
        assertThat(signIn(nonsense).says("No passkey arrived")).isTrue();
        var amira = doors.reader(port, "amira@x.example");
        amira.open(OWN);
        assertThat(amira.press(OWN, "credential", nonsense).says("No passkey arrived"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rawId", "clientDataJSON", "authenticatorData", "signature", "userHandle"})
    void an_answer_without_one_of_its_parts_lets_nobody_in(String part) {
        amiraWithPasskey();
        var reader = new Reader(port);
        var answer = device.sign(reader.open("/sign-in").asked());

        var page = reader.press("/sign-in/passkey", "credential", without(part, answer));

        assertThat(page.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientDataJSON", "attestationObject"})
    void a_passkey_without_one_of_its_parts_is_not_kept(String part) {
        var amira = doors.reader(port, "amira@x.example");
        var made = device.make(amira.open(OWN).asked());

        assertThat(amira.press(OWN, "credential", without(part, made)).status()).isEqualTo(422);
        assertThat(passkeys()).isZero();
    }

    @Test
    void a_browser_need_not_say_how_it_reaches_the_device() {
        var amira = doors.reader(port, "amira@x.example");
        var made = device.make(amira.open(OWN).asked());

        amira.press(OWN, "credential", without("transports", made));

        assertThat(doors.withPasskey(port, device).open("/pairs").path()).isEqualTo("/pairs");
    }

    @Test
    @Asvs("6.3.7")
    void a_removed_passkey_opens_nothing_and_a_mail_tells_of_both() {
        var amira = amiraWithPasskey();
        clock.pass(Duration.ofMinutes(1));
        amira.open(OWN);
        amira.press(OWN + "/" + passkey() + "/removal");

        assertThat(refused(_ -> {})).isEqualTo(422);
        assertThat(jdbc.sql("select subject from mail where subject like 'A passkey%' order by written_at")
                        .query(String.class)
                        .list())
                .containsExactly("A passkey was added to your account", "A passkey was removed from your account");
    }

    @Test
    void nobody_renames_or_removes_the_passkey_of_somebody_else() {
        amiraWithPasskey();
        var noor = doors.reader(port, "noor@x.example");
        noor.open(OWN);

        assertThat(noor.press(OWN + "/" + passkey() + "/name", "name", "Mine").status())
                .isEqualTo(404);
        noor.open(OWN);
        assertThat(noor.press(OWN + "/" + passkey() + "/removal").status()).isEqualTo(404);
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void a_passkey_is_called_what_its_owner_says() {
        var amira = amiraWithPasskey();
        amira.open(OWN);

        assertThat(amira.press(OWN + "/" + passkey() + "/name", "name", "My <phone>")
                        .says("My &lt;phone&gt;"))
                .isTrue();
        amira.open(OWN);
        assertThat(amira.press(OWN + "/" + passkey() + "/name", "name", "x".repeat(61))
                        .says("The name stays"))
                .isTrue();
    }

    @Test
    void a_device_need_not_say_whose_passkey_it_is_where_it_was_asked_for_that_one() {
        var amira = amiraWithPasskey();
        clock.pass(Duration.ofMinutes(11));
        device.namesUser = false;
        var before = session();

        var other = new Reader(port);
        assertThat(other.press(
                                "/sign-in/passkey",
                                "credential",
                                device.sign(other.open("/sign-in").asked()))
                        .status())
                .isEqualTo(422);
        amira.press(
                "/account/confirmation",
                "credential",
                device.sign(amira.open(OWN).asked()));

        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    @Asvs({"7.5.1", "7.2.4"})
    @Threat(35)
    void ten_minutes_after_signing_in_a_passkey_is_asked_for_before_ways_in_change() {
        var amira = amiraWithPasskey();
        clock.pass(Duration.ofMinutes(9));
        var earlier = amira.open(OWN).asked();
        clock.pass(Duration.ofMinutes(1));
        assertThat(amira.open(OWN).says("/account/confirmation")).isTrue();

        amira.press(OWN + "/" + passkey() + "/removal");
        assertThat(passkeys()).isEqualTo(1);
        amira.press(OWN, "credential", new Authenticator().make(earlier));
        assertThat(passkeys()).isEqualTo(1);

        var before = session();
        amira.press(
                "/account/confirmation",
                "credential",
                device.sign(amira.open(OWN).asked()));
        assertThat(session()).isNotEqualTo(before);
        amira.press(OWN + "/" + passkey() + "/removal");
        assertThat(passkeys()).isZero();
    }

    @Test
    void an_owner_keeps_at_least_one_passkey() {
        var owner = doors.owner(port);
        owner.open(OWN);
        assertThat(owner.press(OWN + "/" + passkey() + "/removal").says("This is your last passkey"))
                .isTrue();
        assertThat(passkeys()).isEqualTo(1);

        var first = passkey();
        add(owner, device);
        owner.press(OWN + "/" + first + "/removal");

        assertThat(passkeys()).isEqualTo(1);
        assertThat(doors.withPasskey(port, device).open("/programmes").status()).isEqualTo(200);
    }

    @Test
    void one_sees_their_own_passkeys_in_the_database_and_nobody_elses() {
        amiraWithPasskey();
        var amira = jdbc.sql("select account_id from passkey")
                .query(java.util.UUID.class)
                .single();

        assertThat(Acting.person(amira, "1").<Integer, RuntimeException>call(this::passkeys))
                .isEqualTo(1);
        assertThat(Acting.person(java.util.UUID.randomUUID(), "2").<Integer, RuntimeException>call(this::passkeys))
                .isZero();
        assertThat(Acting.owner(java.util.UUID.randomUUID(), null).<Integer, RuntimeException>call(this::passkeys))
                .isZero();
    }

    @Test
    void someone_who_left_the_roster_is_not_let_in_by_their_passkey() {
        amiraWithPasskey();

        people.save(List.of(new Person("1", "Amira", null, 2, null, null, null, null, Set.of("en"), null)));

        assertThat(refused(_ -> {})).isEqualTo(422);
    }

    private Reader amiraWithPasskey() {
        var amira = doors.reader(port, "amira@x.example");
        add(amira, device);
        return amira;
    }

    private static Page add(Reader reader, Authenticator device) {
        return reader.press(OWN, "credential", device.make(reader.open(OWN).asked()));
    }

    private Page signIn(String answer) {
        var reader = new Reader(port);
        reader.open("/sign-in");
        return reader.press("/sign-in/passkey", "credential", answer);
    }

    /// What the device gets for an answer with something wrong in it, in a browser of its own.
    private int refused(Consumer<Authenticator> wrong) {
        var copy = device.copy();
        wrong.accept(copy);
        var reader = new Reader(port);
        var page = reader.press(
                "/sign-in/passkey",
                "credential",
                copy.sign(reader.open("/sign-in").asked()));
        assertThat(reader.open("/pairs").path()).isEqualTo("/sign-in");
        return page.status();
    }

    private static String without(String part, String answer) {
        return answer.replaceAll("\"%s\":(\"[^\"]*\"|\\[[^]]*]),?".formatted(part), "")
                .replace(",}", "}");
    }

    private int passkeys() {
        return jdbc.sql("select count(*) from passkey").query(Integer.class).single();
    }

    private String passkey() {
        return jdbc.sql("select id::text from passkey").query(String.class).single();
    }

    private String session() {
        return jdbc.sql("select session_id from spring_session order by creation_time desc limit 1")
                .query(String.class)
                .single();
    }
}
