// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A node whose database is out of reach for a while.
@CounterpartTest
@Asvs({"16.5.1", "16.5.2", "16.5.3"})
class OutageTest {
    private static Line line;
    private static OtherNode far;

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void a_node_with_a_line_to_its_database_that_can_be_cut(
            @Autowired ConfigurableEnvironment environment, @Autowired SettableClock clock) throws IOException {
        var url = environment.getRequiredProperty("counterpart.db.url");
        var there = URI.create(url.substring("jdbc:".length()));
        line = new Line(new InetSocketAddress(there.getHost(), there.getPort()));
        far = OtherNode.start(
                environment,
                clock,
                Map.of(
                        "counterpart.db.url",
                        url.replace(there.getAuthority(), "localhost:" + line.port()),
                        "spring.datasource.hikari.connection-timeout",
                        1000,
                        "logging.level.org.springframework.scheduling",
                        "off"));
    }

    @AfterAll
    static void it_stops() throws IOException {
        line.mend();
        far.close();
        line.close();
    }

    @BeforeEach
    void amira_is_on_the_roster() {
        line.mend();
        people.save(
                List.of(new Person("1", "Amira", "amira@x.example", 2, null, null, null, null, Set.of("en"), null)));
    }

    @Test
    void every_page_says_so_kindly_and_opens_nothing_and_all_goes_on_after() throws Exception {
        var owner = doors.owner(port).at(far.port());
        var amira = doors.reader(port, "amira@x.example").at(far.port());
        var stranger = new Reader(far.port());
        assertThat(owner.open("/programmes").status()).isEqualTo(200);
        assertThat(amira.open("/pairs").path()).isEqualTo("/pairs");
        stranger.open("/sign-in");
        comesBack(owner);
        line.cut();

        for (var reader : List.of(owner, amira)) {
            for (var path : List.of("/programmes", "/pairs", "/privacy/export", "/sign-in", "/nowhere")) {
                says(reader.open(path), path);
            }
        }
        says(stranger.press("/sign-in", "email", "amira@x.example"), "asking for a link");
        assertThat(stranger.open("/css/base.css").status()).isEqualTo(200);

        line.mend();
        comesBack(owner);
        assertThat(amira.open("/pairs").path()).isEqualTo("/pairs");
        assertThat(stranger.open("/pairs").path()).isEqualTo("/sign-in");
    }

    @Test
    void what_is_pressed_meanwhile_is_not_done_by_halves_and_can_be_pressed_again() throws Exception {
        var owner = doors.owner(port).at(far.port());
        comesBack(owner);
        line.cut();

        says(owner.press("/programmes", "name", "Spring", "expected", "20"), "beginning a programme");

        line.mend();
        comesBack(owner);
        assertThat(counts()).isEqualTo("0 0");
        owner.press("/programmes", "name", "Spring", "expected", "20");
        assertThat(counts()).isEqualTo("1 1");
    }

    /// By itself, within about ten seconds: that long the pool may wait before it tries again.
    private static void comesBack(Reader reader) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (reader.open("/programmes").status() != 200) {
            assertThat(System.nanoTime()).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
        // What it notes of the session it notes after it answered.
        TimeUnit.MILLISECONDS.sleep(500);
    }

    private String counts() {
        return jdbc.sql("select (select count(*) from programme) || ' ' || (select count(*) from decision)")
                .query(String.class)
                .single();
    }

    private static void says(Reader.Page page, String place) {
        assertThat(page.status()).describedAs(place).isEqualTo(503);
        assertThat(page.text())
                .describedAs(place)
                .contains("Counterpart cannot reach its data just now")
                .doesNotContainIgnoringCase("exception")
                .doesNotContain("Amira", "jdbc", "hikari", "org.counterpart", "at java");
        var headers = page.response().headers();
        assertThat(headers.firstValue("Retry-After")).describedAs(place).contains("30");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .describedAs(place)
                .contains("default-src 'none'");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }
}
