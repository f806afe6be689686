// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CounterpartTest
class OwnSessionsTest {
    private static final String OWN = "/account/sessions";
    private static final Pattern END = Pattern.compile(OWN + "/[\\w-]{36}/end");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void amira_and_noor_are_on_the_roster() {
        people.save(List.of(
                new Person("1", "Amira", "amira@x.example", 2, null, null, null, null, Set.of("en"), null),
                new Person("2", "Noor", "noor@x.example", 2, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    @Asvs("7.4.3")
    @Threat(22)
    void one_sees_where_one_is_signed_in_and_ends_it_elsewhere() {
        var laptop = doors.reader(port, "amira@x.example");
        var phone = doors.reader(port, "amira@x.example");
        doors.reader(port, "noor@x.example");
        var page = laptop.open(OWN);
        assertThat(ends(page)).hasSize(1);

        laptop.press(ends(page).getFirst());

        assertThat(phone.open("/pairs").path()).isEqualTo("/sign-in");
        assertThat(laptop.open("/pairs").path()).isEqualTo("/pairs");
    }

    @Test
    void one_ends_all_other_sessions_at_once_and_nobody_elses() {
        var laptop = doors.reader(port, "amira@x.example");
        var others = List.of(doors.reader(port, "amira@x.example"), doors.reader(port, "amira@x.example"));
        var noor = doors.reader(port, "noor@x.example");
        laptop.open(OWN);

        assertThat(laptop.press(OWN + "/end").says("2 other sessions are ended."))
                .isTrue();

        others.forEach(each -> assertThat(each.open("/pairs").path()).isEqualTo("/sign-in"));
        assertThat(laptop.open("/pairs").path()).isEqualTo("/pairs");
        assertThat(noor.open("/pairs").path()).isEqualTo("/pairs");
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        var amira = doors.reader(port, "amira@x.example");
        doors.reader(port, "amira@x.example");
        var noor = doors.reader(port, "noor@x.example");
        var end = ends(amira.open(OWN)).getFirst();
        noor.open(OWN);

        assertThat(noor.press(end).status()).isEqualTo(404);
        assertThat(ends(amira.open(OWN))).containsExactly(end);
    }

    @Test
    @Asvs("7.4.1")
    void signing_out_ends_the_session_for_good() {
        var amira = doors.reader(port, "amira@x.example");
        var phone = doors.reader(port, "amira@x.example");
        amira.open("/pairs");
        amira.press("/sign-out");

        assertThat(amira.open("/pairs").path()).isEqualTo("/sign-in");
        assertThat(ends(phone.open(OWN))).isEmpty();
    }

    @Test
    @Asvs("7.3.1")
    void an_hour_without_use_ends_a_session_and_use_keeps_it() {
        var amira = doors.reader(port, "amira@x.example");
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(59));
            assertThat(amira.open("/pairs").path()).isEqualTo("/pairs");
        }

        clock.pass(Duration.ofMinutes(60));

        assertThat(amira.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("7.3.1")
    @Threat(22)
    void a_quarter_of_an_hour_without_use_ends_an_owners_session() {
        var owner = doors.owner(port);
        clock.pass(Duration.ofMinutes(14));
        assertThat(owner.open("/programmes").status()).isEqualTo(200);

        clock.pass(Duration.ofMinutes(15));

        assertThat(owner.open("/programmes").path()).isEqualTo("/sign-in");
    }

    @Test
    @Asvs("7.3.2")
    void twelve_hours_after_signing_in_a_session_ends_however_much_it_is_used() {
        var amira = doors.reader(port, "amira@x.example");
        for (int i = 0; i < 23; i++) {
            clock.pass(Duration.ofMinutes(30));
            amira.open("/pairs");
        }
        clock.pass(Duration.ofMinutes(29));
        assertThat(amira.open("/pairs").path()).isEqualTo("/pairs");

        clock.pass(Duration.ofMinutes(1));

        assertThat(amira.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    void a_browser_is_told_in_words_and_whatever_it_claims_is_only_text() {
        assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo(new Device("Edge", "Linux"));
        assertThat(Device.of("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1"))
                .isEqualTo(new Device("Safari", "iPhone"));
        assertThat(Device.of("<script>Firefox/1</script>")).isEqualTo(new Device("Firefox", ""));
        assertThat(Device.of("").told().key()).isEqualTo("identity.device.unknown");
    }

    private static List<String> ends(Reader.Page page) {
        return END.matcher(page.text()).results().map(found -> found.group()).toList();
    }
}
