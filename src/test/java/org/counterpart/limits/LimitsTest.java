// SPDX-License-Identifier: Apache-2.0
package org.counterpart.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.web.CannotStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class LimitsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private SettableClock clock;

    @Autowired
    private DataSource database;

    @Autowired
    private Limits limits;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void noor_is_on_the_roster() {
        people.save(List.of(new Person("1", "Noor", "noor@x.example", 1, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    @Asvs({"2.4.1", "6.3.1"})
    @Threat(34)
    void a_thousand_requests_for_links_are_slowed_down_and_others_are_not() {
        var flood = new Reader(port, "203.0.113.7");
        flood.open("/sign-in");
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            var page = flood.press("/sign-in", "email", "noor@x.example");
            if (page.status() == 429) {
                refused++;
                assertThat(page.says("Too many requests")).isTrue();
                assertThat(page.response()
                                .headers()
                                .firstValueAsLong("Retry-After")
                                .orElse(0))
                        .isBetween(1L, 600L);
            }
        }
        assertThat(refused).isEqualTo(700);
        doors.mailLinks();
        assertThat(jdbc.sql("select count(*) from mail").query(Integer.class).single())
                .isEqualTo(3);

        var colleague = new Reader(port, "203.0.113.8");
        colleague.open("/sign-in");
        assertThat(colleague.press("/sign-in", "email", "noor@x.example").path())
                .isEqualTo("/sign-in/sent");

        clock.pass(Duration.ofMinutes(10));
        flood.open("/sign-in");
        assertThat(flood.press("/sign-in", "email", "noor@x.example").status()).isEqualTo(200);
    }

    @Test
    @Asvs("2.4.1")
    void a_big_office_behind_one_address_comes_in_on_the_morning_of_a_call_and_a_flood_from_there_does_not() {
        roster(400);
        var office = new Reader(port, "203.0.113.7");
        office.open("/sign-in");

        for (int i = 0; i < 800; i++) {
            var page = office.press("/sign-in", "email", "n%d@x.example".formatted(i % 400));
            assertThat(page.path()).describedAs("request %d", i).isEqualTo("/sign-in/sent");
        }
        // Noor and, for each further hundred, a hundred more.
        for (int i = 800; i < 900; i++) {
            office.press("/sign-in", "email", "noor@x.example");
        }
        assertThat(office.press("/sign-in", "email", "n1@x.example").status()).isEqualTo(429);
        doors.mailLinks();
        assertThat(mails("n1@x.example")).isEqualTo(2);
        assertThat(mails("noor@x.example")).isEqualTo(3);
    }

    @Test
    void a_limit_grows_with_the_roster_up_to_what_the_server_bears_and_never_below_where_it_was() throws Exception {
        var growing = limit("growing");

        assertThat(List.of(times(0, growing), times(150, growing), times(151, growing), times(2_000, growing)))
                .containsExactly(300, 300, 400, 4_000);
        assertThat(times(1_000_000, growing)).isEqualTo(Allowance.MOST);
        assertThat(times(1_000_000, limit("fixed"))).isEqualTo(30);
    }

    @Test
    void whoever_runs_it_may_set_the_limit_and_nothing_below_what_a_few_colleagues_need() throws Exception {
        var set = new Allowance(new LimitSettings(50), () -> 2_000);

        assertThat(set.times(limit("growing"))).isEqualTo(50);
        assertThat(set.times(limit("fixed"))).isEqualTo(30);
        assertThatThrownBy(() -> new LimitSettings(29))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> assertThat(refused.why().arguments()).containsExactly(29, 30, 1_000_000));
        assertThatThrownBy(() -> new LimitSettings(1_000_001)).isInstanceOf(CannotStart.class);
    }

    @Test
    void another_size_of_the_roster_counts_at_once() {
        for (int i = 0; i < 300; i++) {
            limits.take("a", 300, 10);
        }
        assertThat(limits.take("a", 300, 10)).isPositive();

        assertThat(limits.take("a", 400, 10)).isZero();
    }

    private int mails(String to) {
        return jdbc.sql("select count(*) from mail where recipient = ?")
                .param(to)
                .query(Integer.class)
                .single();
    }

    private static int times(int people, Limit limit) {
        return new Allowance(new LimitSettings(null), () -> people).times(limit);
    }

    @Test
    @Asvs("16.3.2")
    void a_flood_leaves_one_event_for_each_network_and_each_time_the_limit_counts() {
        for (int i = 0; i < 200; i++) {
            knock("203.0.113.7");
        }
        assertThat(floods()).isEqualTo(1);

        for (int i = 0; i < 31; i++) {
            knock("203.0.113.8");
        }
        assertThat(floods()).isEqualTo(2);

        clock.pass(Duration.ofMinutes(10));
        for (int i = 0; i < 40; i++) {
            knock("203.0.113.7");
        }
        assertThat(floods()).isEqualTo(3);
        assertThat(jdbc.sql("select about::text from audit_event where reason = 'TOO_OFTEN' limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"route:POST /set-up/{token}\"}");
    }

    private int floods() {
        return jdbc.sql("select count(*) from audit_event where kind = 'ACCESS_REFUSED' and reason = 'TOO_OFTEN'")
                .query(Integer.class)
                .single();
    }

    @Test
    @Asvs("4.1.3")
    void whoever_makes_up_the_address_they_come_from_is_counted_where_the_proxy_saw_them() {
        for (int i = 0; i < 30; i++) {
            knock("198.51.100.%d, 203.0.113.9".formatted(i));
        }

        assertThat(knock("198.51.100.99, 203.0.113.9")).isEqualTo(429);
        assertThat(knock("203.0.113.9, 198.51.100.99")).isEqualTo(404);
    }

    @Test
    void neighbours_in_one_ipv6_network_count_together() {
        for (int i = 0; i < 30; i++) {
            knock("2001:db8:1:2::" + (i + 1));
        }

        assertThat(knock("2001:db8:1:2:ffff::1")).isEqualTo(429);
        assertThat(knock("2001:db8:1:3::1")).isEqualTo(404);
    }

    @Test
    @Asvs("2.4.1")
    void two_nodes_count_together() {
        var otherNode = new Limits(database, clock);
        assertThat(limits.take("a", 2, 1)).isZero();
        assertThat(otherNode.take("a", 2, 1)).isZero();
        assertThat(limits.take("a", 2, 1)).isPositive();
        assertThat(otherNode.take("a", 2, 1)).isPositive();
        assertThat(otherNode.take("b", 2, 1)).isZero();
    }

    @Test
    void what_is_over_is_forgotten() {
        limits.take("a", 2, 1);
        limits.forgetExpired();
        assertThat(limits.take("a", 2, 1)).isZero();
        assertThat(limits.take("a", 2, 1)).isPositive();

        // The library reads the machine's clock here.
        jdbc.sql("update request_limit set expires_at = 1").update();
        limits.forgetExpired();

        assertThat(jdbc.sql("select count(*) from request_limit")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int knock(String forwardedFor) {
        var reader = new Reader(port, forwardedFor);
        reader.open("/sign-in");
        return reader.press("/set-up/" + "x".repeat(43), "name", "Eve", "email", "eve@x.example")
                .status();
    }

    private void roster(int size) {
        people.save(IntStream.range(0, size)
                .mapToObj(i -> new Person(
                        "n" + i, "N", "n%d@x.example".formatted(i), 1, null, null, null, null, Set.of("en"), null))
                .toList());
    }

    private static Limit limit(String name) throws NoSuchMethodException {
        return LimitsTest.class.getDeclaredMethod(name).getAnnotation(Limit.class);
    }

    @Limit(times = 300, minutes = 10, each = 2)
    private static void growing() {}

    @Limit(times = 30, minutes = 10)
    private static void fixed() {}
}
