// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.counterpart.Authenticator;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.web.Duty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CounterpartTest
class SignInTest {
    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private SettableClock clock;

    @Autowired
    private LinkRequests requests;

    @Autowired
    private SignInLinks links;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Owners owners;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void amira_is_on_the_roster() {
        people.save(
                List.of(new Person("1", "Amira", "amira@x.example", 2, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    void a_mailed_link_lets_in_whoever_asked_for_it() {
        var amira = doors.reader(port, "amira@x.example");

        assertThat(amira.open("/").path()).isEqualTo("/pairs");
        assertThat(amira.open("/pairs").says("Amira")).isTrue();
    }

    @Test
    @Threat(31)
    void opening_the_link_any_number_of_times_does_not_spend_it() {
        var amira = asking();
        var link = doors.latestLink("amira@x.example");

        for (int i = 0; i < 3; i++) {
            assertThat(new Reader(port).open(link).status()).isEqualTo(200);
        }
        amira.open(link);

        assertThat(amira.press(link).path()).isEqualTo("/pairs");
    }

    @Test
    @Threat(21)
    void an_address_that_goes_to_another_colleague_opens_nothing_of_the_first() {
        var amira = doors.reader(port, "amira@x.example");

        clock.pass(Duration.ofMinutes(1));
        people.save(List.of(
                new Person("1", "Amira", "amira.b@x.example", 2, null, null, null, null, Set.of("en"), null),
                new Person("2", "Anton", "amira@x.example", 2, null, null, null, null, Set.of("en"), null)));

        assertThat(amira.open("/pairs").says("Amira")).isTrue();
        var anton = doors.reader(port, "amira@x.example").open("/pairs");
        assertThat(anton.says("Anton")).isTrue();
        assertThat(anton.says("Amira")).isFalse();
    }

    @Test
    @Threat(21)
    void an_owner_whose_address_goes_to_a_colleague_hands_nothing_on() {
        var owner = doors.owner(port);
        clock.pass(Duration.ofMinutes(1));
        people.save(
                List.of(new Person("2", "Oskar", "owner@x.example", 2, null, null, null, null, Set.of("en"), null)));

        assertThat(owner.open("/programmes").status()).isEqualTo(200);
        assertThat(doors.reader(port, "owner@x.example").open("/programmes").status())
                .isEqualTo(404);
    }

    @Test
    @Asvs("6.5.1")
    @Threat(31)
    void a_link_works_once() {
        var amira = asking();
        var link = doors.latestLink("amira@x.example");
        amira.open(link);
        amira.press(link);
        amira.press("/sign-out");

        amira.open(link);

        assertThat(amira.press(link).status()).isEqualTo(422);
        assertThat(amira.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("6.6.2")
    @Threat(31)
    void a_link_is_of_no_use_in_another_browser_and_stays_good_in_the_right_one() {
        var amira = asking();
        var link = doors.latestLink("amira@x.example");
        var thief = new Reader(port);
        thief.open("/sign-in");
        thief.press("/sign-in", "email", "somebody@else.example");
        thief.open(link);

        assertThat(thief.press(link).status()).isEqualTo(422);
        assertThat(thief.open("/pairs").path()).isEqualTo("/sign-in");
        amira.open(link);
        assertThat(amira.press(link).path()).isEqualTo("/pairs");
    }

    @Test
    @Asvs("6.5.5")
    @Threat(31)
    void a_link_is_good_for_ten_minutes() {
        var amira = asking();
        var link = doors.latestLink("amira@x.example");

        clock.pass(Duration.ofMinutes(10));
        amira.open(link);

        assertThat(amira.press(link).status()).isEqualTo(422);
    }

    @Test
    @Threat(33)
    void a_stranger_is_told_the_same_as_everyone_and_gets_no_mail() {
        var known = new Reader(port);
        known.open("/sign-in");
        var told = known.press("/sign-in", "email", "amira@x.example");
        var stranger = new Reader(port);
        stranger.open("/sign-in");

        var toldToStranger = stranger.press("/sign-in", "email", "nobody@x.example");

        assertThat(withoutToken(toldToStranger.text())).isEqualTo(withoutToken(told.text()));
        assertThat(mails("nobody@x.example")).isZero();
    }

    @Test
    void nobody_can_fill_a_mailbox_with_links() {
        for (int i = 0; i < 8; i++) {
            asking();
        }

        assertThat(mails("amira@x.example")).isEqualTo(3);
    }

    @Test
    void only_digests_of_links_are_kept() {
        asking();
        var token = doors.latestLink("amira@x.example").substring("/sign-in/link/".length());

        assertThat(linksStoredAs(token.getBytes(StandardCharsets.UTF_8))).isZero();
        assertThat(linksStoredAs(new Secret(token).digest())).isEqualTo(1);
    }

    @Test
    void what_was_typed_stays_when_it_is_no_address() {
        var amira = new Reader(port);
        amira.open("/sign-in");

        var page = amira.press("/sign-in", "email", "amira at x");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("value=\"amira at x\"")).isTrue();
        assertThat(page.says("Enter one address")).isTrue();
    }

    @Test
    @Asvs("7.2.4")
    @Threat(35)
    void the_session_gets_a_new_id_when_somebody_signs_in() {
        doors.reader(port, "amira@x.example");

        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Asvs("6.3.8")
    @Threat(32)
    void an_owner_gets_no_link_and_is_told_the_same_on_the_page() {
        doors.owner(port);
        clock.pass(Duration.ofMinutes(1));
        var owner = new Reader(port);
        owner.open("/sign-in");

        var told = owner.press("/sign-in", "email", "owner@x.example");

        var toldToAmira = new Reader(port);
        toldToAmira.open("/sign-in");
        assertThat(withoutToken(told.text()))
                .isEqualTo(withoutToken(toldToAmira
                        .press("/sign-in", "email", "amira@x.example")
                        .text()));
        assertThat(lastMail("owner@x.example"))
                .contains("You sign in with your passkey")
                .doesNotContain("/sign-in/link/");
    }

    @Test
    void nobody_can_fill_an_owners_mailbox_either() {
        doors.owner(port);
        int before = mails("owner@x.example");
        for (int i = 0; i < 8; i++) {
            var anybody = new Reader(port);
            anybody.open("/sign-in");
            anybody.press("/sign-in", "email", "owner@x.example");
        }

        assertThat(mails("owner@x.example") - before).isEqualTo(3);
    }

    @Test
    void a_link_that_was_mailed_before_somebody_was_an_owner_opens_nothing() {
        var amira = asking();
        var link = doors.latestLink("amira@x.example");
        var account = accounts.at("amira@x.example").orElseThrow().id();
        grants.confirm(
                grants.propose(account, Duty.OWNER, null, "She runs the programme.", null, clock.instant()),
                account,
                clock.instant());
        amira.open(link);

        assertThat(amira.press(link).status()).isEqualTo(422);
    }

    @Test
    void where_no_links_are_mailed_nobody_gets_one() {
        var amira = new EmailAddress("amira@x.example");

        var withoutLinks = new SigningIn(
                requests,
                links,
                visitors,
                owners,
                new SignInSettings(false),
                new SingleSignOn(java.util.Map.of()),
                events,
                clock);
        withoutLinks.ask(amira, Secret.fresh());
        new MailingLinks(requests, links, visitors, withoutLinks, transaction, events, clock).mailNext();

        assertThat(lastMail("amira@x.example")).doesNotContain("/sign-in/link/");
    }

    @Test
    @Asvs("6.3.3")
    void running_the_programmes_counts_only_in_a_session_that_began_with_a_passkey() {
        var amira = doors.reader(port, "amira@x.example");
        var device = makesPasskey(amira);
        var account = accounts.at("amira@x.example").orElseThrow().id();
        grants.confirm(grants.propose(account, Duty.OWNER, null, "", null, clock.instant()), account, clock.instant());

        assertThat(amira.open("/programmes").status()).isEqualTo(404);
        assertThat(amira.open("/account/passkeys").says("this session does not show it"))
                .isTrue();
        assertThat(amira.open("/programmes").status()).isEqualTo(404);
        assertThat(doors.withPasskey(port, device).open("/programmes").status()).isEqualTo(200);
    }

    @Test
    @Asvs("6.3.3")
    void a_mailbox_makes_no_passkey_of_an_owner() {
        var amira = doors.reader(port, "amira@x.example");
        makesPasskey(amira);
        var stranger = new Authenticator();
        var made = stranger.make(amira.open("/account/passkeys").asked());
        var account = accounts.at("amira@x.example").orElseThrow().id();
        grants.confirm(grants.propose(account, Duty.OWNER, null, "", null, clock.instant()), account, clock.instant());

        amira.press("/account/passkeys", "credential", made);

        assertThat(doors.withPasskey(port, stranger).open("/programmes").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("15.2.3")
    void the_open_door_of_a_demonstration_is_not_there() {
        var stranger = new Reader(port);
        stranger.open("/sign-in");

        assertThat(stranger.press("/demonstration/entry", "as", "owner").status())
                .isEqualTo(404);
        assertThat(stranger.open("/mailbox").status()).isEqualTo(404);
    }

    private static Authenticator makesPasskey(Reader reader) {
        var device = new Authenticator();
        reader.press(
                "/account/passkeys",
                "credential",
                device.make(reader.open("/account/passkeys").asked()));
        return device;
    }

    private Reader asking() {
        var amira = new Reader(port);
        amira.open("/sign-in");
        amira.press("/sign-in", "email", " Amira@X.example ");
        return amira;
    }

    private int linksStoredAs(byte[] bytes) {
        doors.mailLinks();
        return jdbc.sql("select count(*) from sign_in_link where token_sha256 = :bytes")
                .param("bytes", bytes)
                .query(Integer.class)
                .single();
    }

    private String lastMail(String to) {
        doors.mailLinks();
        return jdbc.sql("select body from mail where recipient = :to order by written_at desc limit 1")
                .param("to", to)
                .query(String.class)
                .single();
    }

    private int mails(String to) {
        doors.mailLinks();
        return jdbc.sql("select count(*) from mail where recipient = :to")
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
