// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.Authenticator;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.identity.Grant;
import org.counterpart.identity.Grants;
import org.counterpart.identity.MailingLinks;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;

/// What one node did, the other knows at the next request: neither remembers anything about anybody.
@CounterpartTest
class TwoNodesTest {
    private static final Pattern END = Pattern.compile("/account/sessions/[\\w-]{36}/end");
    private static final Pattern CONFIRM = Pattern.compile("/programmes/[\\w-]+/import/[\\w-]+/confirmation");

    private static OtherNode other;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private Grants grants;

    @Autowired
    private Programmes programmes;

    @BeforeAll
    static void a_second_node_on_the_same_database(
            @Autowired ConfigurableEnvironment environment, @Autowired SettableClock clock) {
        other = OtherNode.start(environment, clock);
    }

    @AfterAll
    static void it_stops() {
        other.close();
    }

    @BeforeEach
    void amira_is_on_the_roster() {
        people.save(
                List.of(new Person("1", "Amira", "amira@x.example", 2, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    void a_session_that_began_at_one_node_goes_on_at_the_other() {
        var amira = doors.reader(port, "amira@x.example");

        assertThat(amira.at(other.port()).open("/pairs").path()).isEqualTo("/pairs");
        assertThat(amira.open("/pairs").path()).isEqualTo("/pairs");
    }

    @Test
    void a_link_that_was_asked_for_at_one_node_is_mailed_by_the_other_and_good_at_both() {
        var amira = new Reader(port);
        amira.open("/sign-in");
        amira.press("/sign-in", "email", "amira@x.example");

        assertThat(other.bean(MailingLinks.class).mailNext()).isTrue();

        var link = doors.latestLink("amira@x.example");
        var there = amira.at(other.port());
        there.open(link);
        assertThat(there.press(link).path()).isEqualTo("/pairs");
        assertThat(amira.open("/pairs").path()).isEqualTo("/pairs");
    }

    @Test
    @Asvs("7.4.1")
    void a_session_that_was_ended_at_one_node_is_over_at_the_other() {
        var amira = doors.reader(port, "amira@x.example");
        var there = amira.at(other.port());
        assertThat(there.open("/pairs").path()).isEqualTo("/pairs");
        var phone = doors.reader(port, "amira@x.example");
        phone.press(end(phone.open("/account/sessions")));

        assertThat(there.open("/pairs").path()).isEqualTo("/sign-in");

        var phoneThere = phone.at(other.port());
        phoneThere.open("/pairs");
        phoneThere.press("/sign-out");
        assertThat(phone.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("7.4.2")
    @Threat(20)
    void somebody_who_is_erased_at_one_node_is_out_at_both_at_the_next_request() {
        var owner = doors.owner(port);
        var amira = doors.reader(port, "amira@x.example");
        var there = doors.reader(other.port(), "amira@x.example");
        assertThat(amira.open("/pairs").path()).isEqualTo("/pairs");
        assertThat(there.open("/pairs").path()).isEqualTo("/pairs");
        owner.open("/erasure");

        owner.press("/erasure", "person", "1", "sure", "true");

        assertThat(amira.open("/pairs").path()).isEqualTo("/sign-in");
        assertThat(there.open("/pairs").path()).isEqualTo("/sign-in");
        assertThat(amira.at(other.port()).open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("7.4.2")
    @Threat(20)
    void whom_an_imported_file_leaves_without_an_address_is_out_at_both_at_the_next_request() {
        var programme = new Programme(UUID.randomUUID(), "Spring", 20, SettableClock.START);
        programmes.start(programme);
        var owner = doors.owner(port);
        var there = doors.reader(other.port(), "amira@x.example");
        owner.open("/programmes/%s/import".formatted(programme.id()));
        var page = owner.upload(
                "/programmes/%s/import".formatted(programme.id()),
                "people.csv",
                "id,name,email\n1,Amira,\n".getBytes(StandardCharsets.UTF_8));
        var confirm = CONFIRM.matcher(page.text());
        assertThat(confirm.find()).isTrue();
        assertThat(there.open("/pairs").path()).isEqualTo("/pairs");

        owner.press(confirm.group());

        assertThat(there.open("/pairs").path()).isEqualTo("/sign-in");
        assertThat(there.at(port).open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("8.3.2")
    void what_somebody_is_entrusted_with_counts_and_ends_at_both_at_the_next_request() {
        var owner = doors.owner(port);
        var amira = doors.reader(port, "amira@x.example");
        var device = new Authenticator();
        amira.press(
                "/account/passkeys",
                "credential",
                device.make(amira.open("/account/passkeys").asked()));
        var here = doors.withPasskey(port, device);
        var there = here.at(other.port());
        owner.open("/duties");
        owner.press(
                "/duties", "email", "amira@x.example", "name", "", "duty", "OWNER", "programme", "", "reason", "Able");
        assertThat(there.open("/programmes").status()).isEqualTo(404);

        here.open("/duties");
        here.press(
                "/duties/%s/confirmation".formatted(grantOf("amira@x.example").id()));
        assertThat(there.open("/programmes").status()).isEqualTo(200);

        here.open("/duties");
        here.press("/duties/%s/end".formatted(grantOf("amira@x.example").id()));
        assertThat(there.open("/programmes").status()).isEqualTo(404);
    }

    private Grant grantOf(String email) {
        return grants.open().stream()
                .filter(each -> each.holder().email().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private static String end(Reader.Page page) {
        var found = END.matcher(page.text());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
