// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.Authenticator;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.identity.Grants;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Refusals that are told on the page that asked, and leave one event all the same.
@CounterpartTest
@Asvs("16.3.2")
class RefusedValuesTest {
    private static final String OWN = "/account/passkeys";
    private static final long END = Long.MAX_VALUE;

    @LocalServerPort
    private int port;

    @Autowired
    private AuditLog log;

    @Autowired
    private Doors doors;

    @Autowired
    private People people;

    @Autowired
    private Grants grants;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Reader olga;

    @BeforeEach
    void an_owner_and_somebody_on_the_roster() {
        people.save(List.of(new Person("1", "Noor", "noor@x.example", 1, null, null, null, null, Set.of("en"), null)));
        olga = doors.owner(port);
    }

    @Test
    @Asvs("2.3.5")
    void whoever_confirms_what_they_proposed_leaves_one_event() {
        propose();
        var grant = grants.open().stream()
                .filter(each -> !each.confirmed())
                .findFirst()
                .orElseThrow();

        assertThat(refusals(() -> olga.press("/duties/" + grant.id() + "/confirmation")))
                .singleElement()
                .satisfies(
                        event -> told(event, Kind.DUTY_REFUSED, grants.owners().getFirst(), "TWO_PEOPLE"))
                .satisfies(event -> assertThat(event.account()).isEqualTo(account()));
    }

    @Test
    void the_last_owner_who_gives_the_duty_back_leaves_one_event() {
        var own = grants.open().getFirst();
        olga.open("/duties");

        assertThat(refusals(() -> olga.press("/duties/" + own.id() + "/end")))
                .singleElement()
                .satisfies(event -> told(event, Kind.DUTY_REFUSED, own.holder().id(), "LAST_OWNER"));
    }

    @Test
    @Asvs("6.3.1")
    void a_passkey_that_lets_nobody_in_leaves_one_event_by_nobody() {
        var stranger = new Reader(port);
        var forged = new Authenticator();
        forged.make(olga.open(OWN).asked());
        var asked = stranger.open("/sign-in").asked();

        assertThat(refusals(() -> stranger.press("/sign-in/passkey", "credential", forged.sign(asked))))
                .singleElement()
                .satisfies(event -> told(event, Kind.PASSKEY_REFUSED, null, "UNKNOWN"));
        stranger.open("/sign-in");
        assertThat(refusals(() -> stranger.press("/sign-in/passkey", "credential", "{}")))
                .singleElement()
                .satisfies(event -> told(event, Kind.PASSKEY_REFUSED, null, "NOTHING"));
    }

    @Test
    @Asvs("7.5.1")
    void whoever_signed_in_a_while_ago_and_adds_or_removes_a_passkey_leaves_one_event() {
        var noor = doors.reader(port, "noor@x.example");
        clock.pass(Duration.ofMinutes(30));
        noor.open(OWN);

        for (var path : List.of(OWN, OWN + "/" + UUID.randomUUID() + "/removal")) {
            assertThat(refusals(() -> noor.press(path)))
                    .describedAs(path)
                    .singleElement()
                    .satisfies(event -> told(event, Kind.PASSKEY_REFUSED, account(), "NOT_FRESH"));
        }
        assertThat(Acting.owner(UUID.randomUUID(), null)
                        .<List<AuditEvent>, RuntimeException>call(() -> log.before(END, 100)))
                .extracting(AuditEvent::kind)
                .contains(Kind.SIGN_IN_LINK_ASKED)
                .doesNotContain(Kind.PASSKEY_REFUSED);
    }

    @Test
    void an_owner_who_removes_the_last_passkey_leaves_one_event() {
        var own = jdbc.sql("select id from passkey").query(UUID.class).single();
        olga.open(OWN);

        assertThat(refusals(() -> olga.press(OWN + "/" + own + "/removal")))
                .singleElement()
                .satisfies(event ->
                        told(event, Kind.PASSKEY_REFUSED, grants.owners().getFirst(), "LAST_OF_AN_OWNER"));
    }

    @Test
    @Asvs("8.2.2")
    void another_ones_passkey_or_session_leaves_one_event() {
        var noor = doors.reader(port, "noor@x.example");
        noor.open(OWN);
        var passkey = jdbc.sql("select id from passkey").query(UUID.class).single();

        for (var path : List.of(
                OWN + "/" + passkey + "/removal",
                OWN + "/" + passkey + "/name",
                "/account/sessions/" + UUID.randomUUID() + "/end")) {
            assertThat(refusals(() -> noor.press(path, "name", "Mine")))
                    .describedAs(path)
                    .singleElement()
                    .satisfies(event -> told(event, Kind.ACCESS_REFUSED, account(), "NOT_THEIRS"));
        }
    }

    @Test
    void an_erasure_that_a_duty_stands_against_leaves_one_event() {
        propose();
        var noor = doors.reader(port, "noor@x.example");
        noor.open("/duties");
        noor.press("/duties/" + grants.openOf(account()).getFirst().id() + "/confirmation");
        noor.open("/privacy/erasure");

        assertThat(refusals(() -> noor.press("/privacy/erasure", "sure", "true")))
                .singleElement()
                .satisfies(event -> told(event, Kind.ERASURE_REFUSED, account(), "DUTY"));
        assertThat(people.find("1")).isPresent();
    }

    private void propose() {
        olga.open("/duties");
        olga.press("/duties", "email", "noor@x.example", "duty", "AUDITOR", "reason", "Works council");
    }

    /// What was recorded while it was done, the newest first.
    private List<AuditEvent> refusals(Runnable deed) {
        long before = log.before(END, 1).getFirst().number();
        deed.run();
        return log.before(END, 100).stream()
                .filter(event -> event.number() > before)
                .toList();
    }

    private static void told(AuditEvent event, Kind kind, @Nullable UUID actor, String reason) {
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.actor()).isEqualTo(actor);
        assertThat(event.reason()).isEqualTo(reason);
    }

    private UUID account() {
        return jdbc.sql("select id from account where person_id = '1'")
                .query(UUID.class)
                .single();
    }
}
