// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many people apply within a short time at two nodes, and each twentieth presses the button at both at once. How many,
/// and within how many seconds: `-Dapplicants=2000 -Dseconds=600`, as `bench/applying` says.
@CounterpartTest
class ApplyingAtOnceTest {
    private static final int APPLICANTS = Integer.getInteger("applicants", 40);
    private static final int SECONDS = Integer.getInteger("seconds", 4);
    private static final int ONE_TWICE_IN = 20;

    private static OtherNode other;

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void a_second_node_on_the_same_database(
            @Autowired ConfigurableEnvironment environment, @Autowired SettableClock clock) {
        other = OtherNode.start(environment, clock);
    }

    @AfterAll
    static void it_stops() {
        other.close();
    }

    /// How long one press took until its page was there, in milliseconds.
    private record Press(int status, double took) {}

    @Test
    void no_application_is_lost_and_none_is_there_twice() throws Exception {
        var path = "/calls/" + OpenCall.begin(programmes, people, jdbc) + "/apply";
        var programme = UUID.fromString(path.split("/")[2]);
        var names = IntStream.range(0, APPLICANTS).mapToObj("p%05d"::formatted).toList();
        people.save(names.stream().map(name -> Season.person(name, 2)).toList());
        var presses = new ArrayList<Callable<Press>>();
        var random = new Random(5);
        for (var name : names) {
            var reader = doors.reader(port, name + "@x.example", office(presses.size()));
            var start = Duration.ofMillis(random.nextInt(SECONDS * 1_000));
            boolean here = random.nextBoolean();
            presses.add(press(reader.at(here ? port : other.port()), path, start));
            if (presses.size() % ONE_TWICE_IN == 0) {
                presses.add(press(reader.at(here ? other.port() : port), path, start));
            }
        }

        var done = new ArrayList<Press>();
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : together.invokeAll(presses)) {
                done.add(each.get());
            }
        }

        var applied = signUps.of(programme).stream().map(SignUp::personId).toList();
        tell(done, applied);
        assertThat(done).extracting(Press::status).containsOnly(200);
        assertThat(applied).containsExactlyElementsOf(names);
        assertThat(jdbc.sql("select count(*) from mail where subject like 'You applied%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(APPLICANTS);
    }

    /// A network takes so many people and no more within ten minutes, and all of them come from offices of a hundred.
    private static String office(int person) {
        return "198.51.100." + (1 + person / 100);
    }

    private static Callable<Press> press(Reader reader, String path, Duration start) {
        var fields = OpenCall.handedIn(OpenCall.mentor());
        return () -> {
            Thread.sleep(start);
            reader.open(path);
            long began = System.nanoTime();
            var page = reader.press(path, fields);
            return new Press(page.status(), (System.nanoTime() - began) / 1e6);
        };
    }

    private static void tell(List<Press> done, List<String> applied) {
        var took = done.stream().mapToDouble(Press::took).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d presses of %d people at two nodes within %d s: %d lost, %d twice; median %.0f ms, p95 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                done.size(),
                APPLICANTS,
                SECONDS,
                APPLICANTS - applied.stream().distinct().count(),
                applied.size() - applied.stream().distinct().count(),
                took[took.length / 2],
                took[took.length * 95 / 100],
                took[took.length * 99 / 100],
                took[took.length - 1]);
    }
}
