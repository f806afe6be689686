// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.counterpart.Authenticator;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.identity.passkey.SettingUp;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class SetUpTest {
    @LocalServerPort
    private int port;

    @Autowired
    private SettingUp settingUp;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Authenticator device = new Authenticator();

    @Test
    @Asvs("6.3.2")
    void the_set_up_link_makes_one_owner_with_a_passkey_and_no_second() {
        var link = "/set-up/" + settingUp.issue().text();
        var first = new Reader(port);
        var made = device.make(first.open(link).asked());

        assertThat(first.press(link, "name", "", "email", "x", "credential", made)
                        .status())
                .isEqualTo(422);
        assertThat(first.press(link, "name", "Ada", "email", "Ada@X.example", "credential", made)
                        .path())
                .isEqualTo("/programmes");
        assertThat(new Reader(port).open(link).status()).isEqualTo(404);
        assertThat(first.press(link, "name", "Eve", "email", "eve@x.example", "credential", made)
                        .status())
                .isEqualTo(404);
        assertThat(accounts()).containsExactly("ada@x.example");
        assertThat(doors.withPasskey(port, device).open("/programmes").status()).isEqualTo(200);
    }

    @Test
    @Asvs("6.3.3")
    void without_a_passkey_there_is_no_owner_and_the_link_stays() {
        var link = "/set-up/" + settingUp.issue().text();
        var first = new Reader(port);
        first.open(link);

        var without = first.press(link, "name", "Ada", "email", "ada@x.example");

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.says("No passkey arrived")).isTrue();
        assertThat(without.says("value=\"ada@x.example\"")).isTrue();
        assertThat(accounts()).isEmpty();
        assertThat(first.press(
                                link,
                                "name",
                                "Ada",
                                "email",
                                "ada@x.example",
                                "credential",
                                device.make(without.asked()))
                        .path())
                .isEqualTo("/programmes");
    }

    @Test
    void an_owner_who_lost_every_passkey_comes_in_by_a_link_for_an_hour_and_once() {
        doors.owner(port);
        var late = link();
        clock.pass(Duration.ofMinutes(60));
        assertThat(new Reader(port).open(late).status()).isEqualTo(404);

        var link = link();
        var owner = new Reader(port);
        var page = owner.open(link);
        assertThat(page.says("Olga Owner")).isTrue();
        assertThat(owner.press(link, "credential", device.make(page.asked())).path())
                .isEqualTo("/programmes");
        assertThat(new Reader(port).open(link).status()).isEqualTo(404);
        assertThat(doors.withPasskey(port, device).open("/programmes").status()).isEqualTo(200);
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void only_an_owner_is_let_in_again() {
        people.save(
                List.of(new Person("1", "Amira", "amira@x.example", 2, null, null, null, null, Set.of("en"), null)));

        assertThat(settingUp.recover(new EmailAddress("amira@x.example"))).isEmpty();
        assertThat(settingUp.recover(new EmailAddress("nobody@x.example"))).isEmpty();
    }

    private String link() {
        return "/set-up/"
                + settingUp
                        .recover(new EmailAddress("owner@x.example"))
                        .orElseThrow()
                        .text();
    }

    private List<String> accounts() {
        return jdbc.sql("select email from account")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
