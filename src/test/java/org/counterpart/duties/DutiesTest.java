// SPDX-License-Identifier: Apache-2.0
package org.counterpart.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.counterpart.Authenticator;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.duties.EntrustingDuties.Done;
import org.counterpart.duties.EntrustingDuties.Why;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.identity.Grant;
import org.counterpart.identity.Grants;
import org.counterpart.identity.Visitors;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class DutiesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private Grants grants;

    @Autowired
    private Visitors visitors;

    @Autowired
    private EntrustingDuties entrusting;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Reader olga;

    @BeforeEach
    void an_owner_and_two_colleagues() {
        people.save(List.of(person("1", "Noor"), person("2", "Vera")));
        olga = doors.owner(port);
    }

    @Test
    @Asvs("2.3.5")
    @Threat(37)
    void while_there_is_one_owner_whoever_is_proposed_is_the_second() {
        assertThat(propose(olga, "noor@x.example", "AUDITOR").says("Noor is proposed"))
                .isTrue();
        var noor = doors.reader(port, "noor@x.example");
        assertThat(duties("noor@x.example")).isEmpty();

        assertThat(olga.press(confirmation(grant(Duty.AUDITOR))).status()).isEqualTo(422);
        assertThat(noor.open("/duties").says("Accept")).isTrue();
        noor.press(confirmation(grant(Duty.AUDITOR)));

        assertThat(duties("noor@x.example")).containsExactly(new SignedIn.Held(Duty.AUDITOR, null));
    }

    @Test
    @Asvs("2.3.5")
    @Threat(37)
    void with_a_second_owner_it_takes_an_owner_who_did_not_propose() {
        var noor = becomesOwner("noor@x.example");
        propose(olga, "vera@x.example", "OWNER");
        var byLink = doors.reader(port, "vera@x.example");
        var vera = doors.withPasskey(port, makesPasskey(byLink));
        vera.open("/duties");
        olga.open("/duties");

        assertThat(vera.press(confirmation(pending())).status()).isEqualTo(422);
        assertThat(olga.press(confirmation(pending())).says("It takes two")).isTrue();
        assertThat(vera.open("/programmes").status()).isEqualTo(404);

        noor.open("/duties");
        assertThat(noor.press(confirmation(pending())).says("counts from now on"))
                .isTrue();
        assertThat(vera.open("/programmes").status()).isEqualTo(200);
    }

    @Test
    @Asvs("6.3.3")
    void nobody_becomes_an_owner_without_a_passkey() {
        propose(olga, "vera@x.example", "OWNER");
        var vera = doors.reader(port, "vera@x.example");
        vera.open("/duties");

        assertThat(vera.press(confirmation(pending())).says("needs a passkey first"))
                .isTrue();

        makesPasskey(vera);
        vera.open("/duties");
        vera.press(confirmation(pending()));
        assertThat(duties("vera@x.example")).containsExactly(new SignedIn.Held(Duty.OWNER, null));
        assertThat(vera.open("/programmes").status()).isEqualTo(404);
    }

    @Test
    @Asvs("8.3.2")
    void a_duty_that_ended_does_not_count_at_the_next_page() {
        var noor = becomesOwner("noor@x.example");
        assertThat(noor.open("/programmes").status()).isEqualTo(200);

        olga.open("/duties");
        olga.press("/duties/" + of("noor@x.example").id() + "/end");

        assertThat(noor.open("/programmes").status()).isEqualTo(404);
    }

    @Test
    void there_is_always_an_owner() throws Exception {
        olga.open("/duties");
        assertThat(olga.press("/duties/" + grant(Duty.OWNER).id() + "/end").says("There has to be an owner"))
                .isTrue();

        becomesOwner("noor@x.example");
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var ends = threads.invokeAll(grants.open().stream()
                    .map(grant -> (Callable<EntrustingDuties.Answer>) () -> {
                        var who = Acting.system(
                                () -> visitors.behind(grant.holder().id()).orElseThrow());
                        together.await();
                        return Acting.owner(who.accountId(), who.personId())
                                .<EntrustingDuties.Answer, RuntimeException>call(() -> entrusting.end(grant.id(), who));
                    })
                    .toList());
            assertThat(List.of(ends.getFirst().get(), ends.getLast().get()))
                    .anyMatch(Done.class::isInstance)
                    .contains(new EntrustingDuties.Refused(Why.LAST_OWNER));
        }
        assertThat(grants.owners()).hasSize(1);
    }

    @Test
    @Asvs("8.2.2")
    @Threat(36)
    void nobody_sees_or_answers_what_is_about_others() {
        propose(olga, "noor@x.example", "SPONSOR");
        var vera = doors.reader(port, "vera@x.example");

        assertThat(vera.open("/duties").says("Noor")).isFalse();
        assertThat(vera.press(confirmation(grant(Duty.SPONSOR))).status()).isEqualTo(404);
        assertThat(vera.press("/duties/" + grant(Duty.SPONSOR).id() + "/end").status())
                .isEqualTo(404);
        assertThat(propose(vera, "vera@x.example", "OWNER").status()).isEqualTo(404);
    }

    @Test
    void somebody_who_is_not_on_the_roster_comes_in_for_their_duty_and_goes_with_it() {
        olga.open("/duties");
        assertThat(propose(olga, "auditor@other.example", "AUDITOR").says("Nobody on the roster has this address"))
                .isTrue();
        olga.press(
                "/duties",
                "email",
                "auditor@other.example",
                "name",
                "Ana Auditor",
                "duty",
                "AUDITOR",
                "programme",
                "",
                "reason",
                "Works council");
        var ana = doors.reader(port, "auditor@other.example");
        assertThat(ana.open("/").path()).isEqualTo("/duties");
        ana.press(confirmation(grant(Duty.AUDITOR)));
        assertThat(ana.open("/duties").says("Auditor")).isTrue();

        ana.press("/duties/" + grant(Duty.AUDITOR).id() + "/end");

        assertThat(ana.open("/duties").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("8.4.1")
    @Threat(36)
    void an_auditor_reads_the_decisions_of_their_programme_and_nothing_else() {
        var spring = started("Spring");
        var autumn = started("Autumn");
        olga.open("/duties");
        olga.press(
                "/duties",
                "email",
                "noor@x.example",
                "name",
                "",
                "duty",
                "AUDITOR",
                "programme",
                spring,
                "reason",
                "Works council");
        var noor = doors.reader(port, "noor@x.example");
        var log = "/programmes/" + spring + "/decisions";
        assertThat(noor.open(log).status()).isEqualTo(404);
        noor.open("/duties");
        noor.press(confirmation(grant(Duty.AUDITOR)));

        assertThat(noor.open("/duties").says(log)).isTrue();
        assertThat(noor.open(log).says("Spring")).isTrue();
        assertThat(noor.open("/programmes/" + autumn + "/decisions").status()).isEqualTo(404);
        assertThat(noor.open("/programmes/" + spring).status()).isEqualTo(404);
        var account = visitors.at("noor@x.example").orElseThrow();
        assertThat(Acting.person(account.accountId(), "1")
                        .<List<String>, RuntimeException>call(
                                () -> jdbc.sql("select distinct programme_id::text from decision")
                                        .query((row, _) -> row.getString(1))
                                        .list()))
                .containsExactly(spring);
    }

    private String started(String name) {
        olga.open("/programmes");
        var path = olga.press("/programmes", "name", name, "expected", "20").path();
        return path.substring("/programmes/".length());
    }

    @Test
    void everyone_whom_it_concerns_is_told() {
        becomesOwner("noor@x.example");
        propose(olga, "vera@x.example", "EVALUATOR");

        assertThat(subjects("vera@x.example")).contains("You are proposed for a duty in Counterpart");
        assertThat(subjects("noor@x.example")).contains("A duty waits for a second owner");
    }

    @Test
    void what_was_typed_stays_and_says_what_is_wrong() {
        olga.open("/duties");
        var page = olga.press(
                "/duties",
                "email",
                "noor@x.example",
                "name",
                "",
                "duty",
                "JESTER",
                "programme",
                "",
                "reason",
                "Why not");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("Choose one.")).isTrue();
        assertThat(page.says("Why not")).isTrue();
        assertThat(page.says("noor@x.example")).isTrue();
    }

    @Test
    @Asvs("2.3.5")
    @Threat(37)
    void the_database_takes_no_signature_for_somebody_else() {
        propose(olga, "noor@x.example", "AUDITOR");
        var grant = grant(Duty.AUDITOR);
        var other = UUID.randomUUID();

        refused(grant, "confirmed_at = now(), confirmed_by = '%s'".formatted(other), "in the name of somebody else");
        refused(grant, "confirmed_at = now(), confirmed_by = proposed_by", "two_people");
        refused(grant, "duty = 'OWNER'", "confirmed or ended, and not changed");
        refused(grant, "ended_at = now(), ended_by = '%s'".formatted(other), "in the name of somebody else");
        assertThatThrownBy(() -> grants.propose(grant.holder().id(), Duty.OWNER, null, "mine", null, clock.instant()))
                .hasMessageContaining("Only the first owner");
    }

    private void refused(Grant grant, String change, String why) {
        var olgas = Acting.owner(grant.proposedBy(), null);
        assertThatThrownBy(() -> olgas.<Integer, RuntimeException>call(
                        () -> jdbc.sql("update duty_grant set " + change + " where id = :id")
                                .param("id", grant.id())
                                .update()))
                .describedAs(change)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    private Reader becomesOwner(String email) {
        propose(olga, email, "OWNER");
        var reader = doors.reader(port, email);
        var device = makesPasskey(reader);
        reader.open("/duties");
        reader.press(confirmation(pending()));
        return doors.withPasskey(port, device);
    }

    private static Authenticator makesPasskey(Reader reader) {
        var device = new Authenticator();
        reader.press(
                "/account/passkeys",
                "credential",
                device.make(reader.open("/account/passkeys").asked()));
        return device;
    }

    private static Reader.Page propose(Reader reader, String email, String duty) {
        reader.open("/duties");
        return reader.press(
                "/duties", "email", email, "name", "", "duty", duty, "programme", "", "reason", "They know how");
    }

    private Grant pending() {
        return grants.open().stream()
                .filter(each -> !each.confirmed())
                .findFirst()
                .orElseThrow();
    }

    private Grant grant(Duty duty) {
        return grants.open().stream()
                .filter(each -> each.duty() == duty)
                .findFirst()
                .orElseThrow();
    }

    private Grant of(String email) {
        return grants.open().stream()
                .filter(each -> each.holder().email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private static String confirmation(Grant grant) {
        return "/duties/" + grant.id() + "/confirmation";
    }

    private Set<SignedIn.Held> duties(String email) {
        return visitors.at(email).orElseThrow().duties();
    }

    private List<String> subjects(String to) {
        return jdbc.sql("select subject from mail where recipient = :to")
                .param("to", to)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Person person(String id, String name) {
        return new Person(
                id,
                name,
                name.toLowerCase(java.util.Locale.ROOT) + "@x.example",
                1,
                null,
                null,
                null,
                null,
                Set.of("en"),
                null);
    }
}
