// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whether somebody can find out at the sign-in page whose addresses are known here. What a request asks of the
/// database is compared, word by word; its time is not, since a busy machine would decide: `bench/enumeration` does.
@CounterpartTest
@Import(Statements.class)
class EnumerationTest {
    private static final int TRIES = 200;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Doors doors;

    @Autowired
    private Statements statements;

    @Autowired
    private MailingLinks mailing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void people_on_the_roster() {
        people.save(IntStream.range(0, TRIES)
                .mapToObj(i -> new Person(
                        "" + i, "Noor", "noor%d@x.example".formatted(i), 2, null, null, null, null, Set.of("en"), null))
                .toList());
    }

    /// All that a browser gets for one try, and all that the database was asked for it.
    private record Try(List<Integer> status, List<Map<String, List<String>>> headers, String page, List<?> asked) {}

    @Test
    @Asvs("6.3.8")
    @Threat(33)
    void two_hundred_known_and_two_hundred_unknown_addresses_look_the_same_from_outside_and_to_the_database() {
        var known = new Prober("203.0.113.7");
        var unknown = new Prober("203.0.113.8");
        for (int i = 0; i < TRIES; i++) {
            var first = i % 2 == 0 ? known : unknown;
            first.ask(first == known ? "noor%d@x.example".formatted(i) : "nemo%d@x.example".formatted(i));
            var second = first == known ? unknown : known;
            second.ask(second == known ? "noor%d@x.example".formatted(i) : "nemo%d@x.example".formatted(i));
            if (i % 10 == 0) {
                doors.mailLinks();
            }
        }
        doors.mailLinks();

        assertThat(known.tries).hasSize(TRIES).isEqualTo(unknown.tries);
        assertThat(jdbc.sql("select count(distinct recipient) from mail")
                        .query(Integer.class)
                        .single())
                .isEqualTo(TRIES);
    }

    @Test
    @Asvs("6.3.8")
    @Threat(33)
    void neither_an_owner_nor_who_has_enough_links_is_told_apart() {
        doors.owner(port);
        var addresses = List.of("nemo@x.example", "noor1@x.example", "owner@x.example");
        var probers = addresses.stream().map(_ -> new Prober("203.0.113.7")).toList();
        // Each has the network's count before it.
        new Prober("203.0.113.7").ask("first@x.example");
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < addresses.size(); i++) {
                probers.get(i).ask(addresses.get(i));
            }
            doors.mailLinks();
        }

        assertThat(probers.get(1).tries).isEqualTo(probers.get(0).tries);
        assertThat(probers.get(2).tries).isEqualTo(probers.get(0).tries);
    }

    @Test
    @Asvs("6.3.8")
    void a_request_only_notes_the_address_and_looks_for_nobody() {
        var browser = new Reader(port);
        browser.open("/sign-in");
        statements.take();

        browser.press("/sign-in", "email", "noor1@x.example");

        var asked = statements.take().getFirst();
        assertThat(asked.request()).isEqualTo("POST /sign-in");
        assertThat(asked.statements().stream().filter(each -> each.contains("mail")))
                .singleElement()
                .asString()
                .contains("insert into sign_in_request");
        assertThat(asked.statements())
                .noneMatch(each -> each.contains("account ") || each.contains("duty_grant") || each.contains("link"));
    }

    @Test
    void nodes_that_work_at_once_mail_each_request_once_and_nobody_more_than_three_links() throws Exception {
        var many = new Reader(port);
        many.open("/sign-in");
        for (int i = 0; i < 40; i++) {
            many.press("/sign-in", "email", i % 2 == 0 ? "noor1@x.example" : "noor%d@x.example".formatted(100 + i));
        }

        Callable<Integer> node = () -> {
            int done = 0;
            while (mailing.mailNext()) {
                done++;
            }
            return done;
        };
        int done = 0;
        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (var each : nodes.invokeAll(Collections.nCopies(8, node))) {
                done += each.get();
            }
        }

        assertThat(done).isEqualTo(40);
        assertThat(mails("noor1@x.example")).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from mail").query(Integer.class).single())
                .isEqualTo(23);
    }

    @Test
    void what_a_killed_node_held_is_mailed_by_the_next() {
        var noor = new Reader(port);
        noor.open("/sign-in");
        noor.press("/sign-in", "email", "noor1@x.example");

        transaction.executeWithoutResult(killed -> {
            mailing.mailNext();
            killed.setRollbackOnly();
        });
        assertThat(mails("noor1@x.example")).isZero();

        assertThat(mailing.mailNext()).isTrue();
        assertThat(mails("noor1@x.example")).isEqualTo(1);
        assertThat(mailing.mailNext()).isFalse();
    }

    @Test
    void who_asked_ten_minutes_before_anybody_looked_gets_no_mail() {
        var noor = new Reader(port);
        noor.open("/sign-in");
        noor.press("/sign-in", "email", "noor1@x.example");

        clock.pass(Duration.ofMinutes(10));
        doors.mailLinks();

        assertThat(mails("noor1@x.example")).isZero();
        assertThat(jdbc.sql("select count(*) from sign_in_request")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int mails(String to) {
        return jdbc.sql("select count(*) from mail where recipient = :to")
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /// Somebody with a browser who tries addresses.
    private final class Prober {
        private final Reader browser;
        private final List<Try> tries = new ArrayList<>();

        Prober(String network) {
            browser = new Reader(port, network);
            browser.open("/sign-in");
        }

        void ask(String address) {
            statements.take();
            var page = browser.press("/sign-in", "email", address);
            var redirect = page.response().previousResponse().orElseThrow();
            tries.add(new Try(
                    List.of(redirect.statusCode(), page.status()),
                    List.of(
                            headers(redirect.headers().map()),
                            headers(page.response().headers().map())),
                    page.text().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""),
                    statements.take()));
        }

        private Map<String, List<String>> headers(Map<String, List<String>> all) {
            var same = new TreeMap<>(all);
            same.remove("date");
            return same;
        }
    }
}
