// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/// The matching screen of a programme with 2,000 people, a thousand in either role. `bench/screen` prints the times.
@CounterpartTest
class MatchingScreenTest {
    private static final int PEOPLE = Integer.getInteger("people", 2_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final List<String> TOPICS = List.of(
            "Spreadsheets",
            "Budgets",
            "Negotiating",
            "Data privacy",
            "Podcasts",
            "Chatbots",
            "Captions",
            "Project management",
            "Public speaking",
            "Recruiting",
            "Contract law",
            "Photography");

    private static final Pattern PAIR = Pattern.compile("<input type=\"hidden\" name=\"mentor\" value=\"([^\"]+)\">");
    private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");

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
    private ProposingPairs proposing;

    @Test
    void two_thousand_people_are_shown_portion_by_portion_and_every_pair_once() {
        var owner = doors.owner(port);
        var programme = new Programme(UUID.randomUUID(), "Large", PEOPLE, SettableClock.START);
        programmes.start(programme);
        everyoneSignsUp(programme.id());
        var run = ((ProposingPairs.Proposed) proposing.run(programme.id(), "", Season.OWNER)).run();
        var screen = "/programmes/" + programme.id() + "/matching";

        var page = owner.open(screen);
        double[] paint = painted(owner, screen);
        double[] whatIf = asked(owner, screen, run);

        System.out.printf(
                Locale.ROOT,
                "%d people, %d pairs: page of %d KB; first paint %.0f ms, whole page %.0f ms; what-if %.0f ms (%.0f at most)%n",
                PEOPLE,
                run.proposals().size(),
                page.text().length() / 1024,
                paint[0],
                paint[1],
                median(whatIf),
                Arrays.stream(whatIf).max().orElseThrow());
        assertThat(page.text().length()).isLessThan(400 << 10);
        assertThat(walked(owner, page))
                .containsExactlyElementsOf(run.proposals().stream()
                        .sorted(Comparator.comparingInt(MatchRun.Proposal::benefit)
                                .thenComparing(MatchRun.Proposal::mentorId))
                        .map(MatchRun.Proposal::mentorId)
                        .toList());
        assertThat(owner.open(screen + "?from=1000000&leftOut=-5").says("Person"))
                .isTrue();
    }

    /// The mentors of all pairs, portion by portion, the worst-off first.
    private static List<String> walked(Reader owner, Reader.Page first) {
        var mentors = new ArrayList<String>();
        for (var page = first; ; ) {
            PAIR.matcher(page.text()).results().map(found -> found.group(1)).forEach(mentors::add);
            var next = NEXT.matcher(page.text());
            if (!next.find()) {
                return mentors;
            }
            page = owner.open(HtmlUtils.htmlUnescape(next.group(1)));
        }
    }

    private double[] painted(Reader owner, String screen) {
        var first = new double[ROUNDS];
        var whole = new double[ROUNDS];
        try (var chromium = new Chromium();
                var visit = chromium.visit(port, 1280, ColorScheme.LIGHT)) {
            visit.carryOn(owner.cookies());
            for (int round = 0; round < ROUNDS; round++) {
                visit.page.navigate(screen);
                waitForPaint(visit.page);
                first[round] = number(
                        visit.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
                whole[round] =
                        number(visit.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventStart"));
            }
        }
        return new double[] {median(first), median(whole)};
    }

    /// Asked from outside again and again: the page's own policy lets no text become a script, to wait for it inside.
    private static void waitForPaint(Page page) {
        for (int asked = 0; asked < 200; asked++) {
            if (number(page.evaluate("performance.getEntriesByName('first-contentful-paint').length")) > 0) {
                return;
            }
            page.waitForTimeout(50);
        }
        throw new AssertionError("Nothing was painted within ten seconds.");
    }

    private double[] asked(Reader owner, String screen, MatchRun run) {
        var times = new double[4 * ROUNDS];
        var pairs = run.proposals();
        for (int i = 0; i < times.length; i++) {
            var one = pairs.get((7 * i + 1) % pairs.size()).key();
            var other = pairs.get((13 * i + 5) % pairs.size()).key();
            boolean forbid = i % 2 == 0;
            long before = System.nanoTime();
            var answer = owner.ask(
                    screen + "/what-if",
                    "mentor",
                    one.mentor(),
                    "mentee",
                    forbid ? one.mentee() : other.mentee(),
                    "kind",
                    forbid ? "FORBIDDEN" : "LOCKED");
            times[i] = (System.nanoTime() - before) / 1e6;
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.says("What it would cost")).isTrue();
        }
        return times;
    }

    private void everyoneSignsUp(UUID programme) {
        var random = new Random(7);
        people.save(IntStream.range(0, PEOPLE)
                .mapToObj(i -> new Person(
                        "p%04d".formatted(i),
                        "Person %04d".formatted(i),
                        "p%04d@x.example".formatted(i),
                        i < PEOPLE / 2 ? 1 + i % 3 : 5 + i % 4,
                        "Department " + random.nextInt(12),
                        "Site " + random.nextInt(5),
                        "DE",
                        null,
                        Set.of("en"),
                        null))
                .toList());
        signUps.save(
                programme,
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> new SignUp(
                                "p%04d".formatted(i),
                                i < PEOPLE / 2 ? Role.MENTOR : Role.MENTEE,
                                1,
                                topics(random),
                                topics(random),
                                null,
                                List.of(),
                                Set.of(),
                                List.of()))
                        .toList());
    }

    private static List<String> topics(Random random) {
        return Stream.generate(() -> TOPICS.get(random.nextInt(TOPICS.size())))
                .limit(3)
                .distinct()
                .toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
