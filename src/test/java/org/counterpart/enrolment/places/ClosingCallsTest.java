// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Seats;
import org.counterpart.enrolment.draw.Secret;
import org.counterpart.evidence.Asvs;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class ClosingCallsTest {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private ClosingCalls closing;

    @Autowired
    private Draws draws;

    @Autowired
    private PlacesOfDraws places;

    @Autowired
    private Phases phases;

    @Autowired
    private Programmes programmes;

    @Autowired
    private MovingOn moving;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Doors doors;

    @LocalServerPort
    private int port;

    @Test
    void opening_a_call_commits_to_a_secret_that_nobody_reads() {
        var call = Call.in(application).opens("2+1", "2+1");

        var draw = draws.find(call.programme).orElseThrow();
        assertThat(draw.commitment()).isEqualTo(Secret.commitment(draws.seed(call.programme)));
        assertThat(draws.seed(call.programme)).matches("[0-9a-f]{64}");
        for (var who : List.of(Acting.owner(null, null), Acting.person(null, "m1"))) {
            assertThat(who.<List<String>, RuntimeException>call(() -> jdbc.sql("select seed from draw_seed")
                            .query((row, _) -> row.getString(1))
                            .list()))
                    .isEmpty();
        }
        assertThatThrownBy(() ->
                        jdbc.sql("update draw set commitment = repeat('0', 64)").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_call_closes_at_its_moment_and_not_before_in_the_name_of_nobody() {
        var call = Call.in(application).opens("2+1", "2+1").apply(5, 5, 0);
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-12-08T17:59:59Z")));
        closing.closeDue();
        assertThat(phases.of(call.programme)).isEqualTo(Phase.OPEN);

        clock.pass(Duration.ofSeconds(1));
        closing.closeDue();
        closing.closeDue();

        assertThat(phases.of(call.programme)).isEqualTo(Phase.CLOSED);
        assertThat(draws.find(call.programme).orElseThrow().closed())
                .extracting(ProgrammeDraw.ListClosed::applicants, ProgrammeDraw.ListClosed::at)
                .containsExactly(10, Instant.parse("2026-12-08T18:00:00Z"));
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'PHASE_CHANGED' and reason = 'CLOSED' "
                                + "and actor is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var log = doors.owner(port).open("/programmes/" + call.programme + "/decisions");
        assertThat(log.says("By nobody in person, as announced")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // The same wall clock is another moment elsewhere.
        "2026-12-08T18:00, Pacific/Auckland, 2026-12-08T05:00:00Z",
        "2026-12-08T18:00, America/Los_Angeles, 2026-12-09T02:00:00Z",
        // Clocks go forward over it: there is no half past two.
        "2027-03-28T02:30, Europe/Berlin, 2027-03-28T01:30:00Z",
        // Clocks go back over it: of the two, the first.
        "2027-10-31T02:30, Europe/Berlin, 2027-10-31T00:30:00Z",
        // The same nights in New York, where clocks go back from two to one.
        "2027-03-14T02:30, America/New_York, 2027-03-14T07:30:00Z",
        "2027-11-07T01:30, America/New_York, 2027-11-07T05:30:00Z",
        "2027-11-07T02:30, America/New_York, 2027-11-07T07:30:00Z",
        // Summer and winter time between opening and closing.
        "2027-07-01T12:00, Europe/London, 2027-07-01T11:00:00Z"
    })
    void it_closes_by_the_clock_of_its_zone(String closes, String zone, Instant moment) {
        var call =
                Call.in(application).closesAt(closes, zone).opens("1+0", "1+0").apply(2, 2, 0);
        clock.pass(Duration.between(clock.instant(), moment).minusSeconds(1));
        closing.closeDue();
        assertThat(phases.of(call.programme)).isEqualTo(Phase.OPEN);

        clock.pass(Duration.ofSeconds(1));
        closing.closeDue();

        assertThat(phases.of(call.programme)).isEqualTo(Phase.CLOSED);
    }

    @Test
    void a_call_that_cannot_be_closed_stops_none_of_the_others() {
        var first = Call.in(application).opens("1+0", "1+0").apply(2, 2, 0);
        var broken = Call.in(application).opens("1+0", "1+0");
        var last = Call.in(application).opens("1+0", "1+0").apply(2, 2, 0);
        application
                .getBean(org.counterpart.Superuser.class)
                .does("update criteria set zone = 'Nowhere' where programme_id = '%s'".formatted(broken.programme));
        clock.pass(Duration.ofDays(15));

        closing.closeDue();

        assertThat(List.of(first, broken, last))
                .extracting(call -> phases.of(call.programme))
                .containsExactly(Phase.CLOSED, Phase.OPEN, Phase.CLOSED);
    }

    @Test
    void several_nodes_that_wake_at_once_close_it_once() throws Exception {
        var call = Call.in(application).opens("1+0", "1+0").apply(3, 3, 0);
        clock.pass(Duration.ofDays(15));

        try (var nodes = Executors.newFixedThreadPool(8)) {
            var all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(_ -> nodes.submit(closing::closeDue))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }

        assertThat(jdbc.sql("select count(*) from phase_change where programme_id = ? and phase = 'CLOSED'")
                        .param(call.programme)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(places.of(call.programme)).hasSize(6);
    }

    @Test
    void the_owner_may_close_it_earlier_and_nothing_closes_it_again() {
        var call = Call.in(application).opens("1+1", "1+1").apply(3, 3, 0).closes();
        var list = draws.find(call.programme).orElseThrow().list();
        application.getBean(SignUps.class).save(call.programme, List.of(signedUpLate()));
        clock.pass(Duration.ofDays(30));

        closing.closeDue();

        assertThat(draws.find(call.programme).orElseThrow().list()).isEqualTo(list);
        assertThat(places.of(call.programme, "late")).isEmpty();
    }

    @Test
    void people_stand_on_the_list_by_random_numbers_and_by_what_was_settled() {
        var call = Call.in(application)
                .alikeIn("SITE,LEVEL")
                .opens("1+1", "1+1")
                .apply(2, 2, 1)
                .closes();

        var all = places.of(call.programme);
        assertThat(all)
                .extracting(Listed::number)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("[a-z0-9]{12}"));
        assertThat(places.of(call.programme, "m1").orElseThrow())
                .extracting(Listed::role, Listed::stratum, Listed::outcome)
                .containsExactly(Role.MENTOR, List.of("1", "Turin"), null);
    }

    @Test
    @Asvs("1.2.10")
    void what_a_spreadsheet_would_run_or_nobody_would_see_is_harmless_on_the_list() {
        var call = Call.in(application).opens("1+1", "1+1").apply(2, 2, 0);
        var people = application.getBean(People.class);
        people.save(List.of(
                Call.person("m1", "=HYPERLINK(\"https://x.example\")", 1),
                Call.person("m2", "\u202Eotro\u0007P", 1),
                Call.person("l1", "Ł".repeat(150), 6),
                new Person("l2", "L", null, 6, null, null, null, null, java.util.Set.of(), null)));

        call.closes();

        assertThat(places.of(call.programme))
                .extracting(each -> each.stratum().getFirst())
                .containsExactlyInAnyOrder(
                        "'=HYPERLINK(\"https://x.example\")", "otro P", "Ł".repeat(150), "not given");
    }

    @ParameterizedTest
    @CsvSource({
        // Places and reserve of mentors and of mentees; who applied; what is drawn.
        "20+3, 20+3, 40, 23, 0, 20+3, 20+3",
        "20+3, 20+3, 40, 21, 0, 20+3, 20+1",
        "20+3, 20+3, 40, 10, 0, 20+3, 10+0",
        "20+3, 20+3, 10, 10, 0, 10+0, 10+0",
        "20+3, 20+3, 10, 5, 5, 10+0, 10+0",
        "5+2, 5+2, 0, 3, 7, 5+0, 5+0",
        "5+2, 5+2, 0, 0, 14, 5+2, 5+2",
        "5+2, 5+2, 0, 0, 13, 5+1, 5+2",
        "100000+100000, 1+0, 3, 3, 0, 3+0, 1+0",
        "1+0, 1+0, 1, 1, 0, 1+0, 1+0"
    })
    void no_place_is_for_nobody(
            String mentors, String mentees, int asMentors, int asMentees, int asEither, String start, String rest) {
        var call = Call.in(application)
                .opens(mentors, mentees)
                .apply(asMentors, asMentees, asEither)
                .closes();

        var draw = draws.find(call.programme).orElseThrow();
        var list = requireNonNull(draw.list());
        var pools = list.terms().pools();
        assertThat(shown(requireNonNull(pools.get(Pool.MENTOR)))).isEqualTo(start);
        assertThat(shown(requireNonNull(pools.get(Pool.MENTEE)))).isEqualTo(rest);
        assertThat(draw.everyoneStarts()).isEqualTo(list.starting() == asMentors + asMentees + asEither);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "5, 0, 0", "0, 5, 0", "0, 0, 1"})
    void with_nobody_for_one_of_the_roles_there_is_nothing_to_draw(int mentors, int mentees, int either) {
        var call = Call.in(application)
                .opens("2+1", "2+1")
                .apply(mentors, mentees, either)
                .closes();

        assertThat(draws.find(call.programme).orElseThrow().list()).isNull();
        assertThat(draws.find(call.programme).orElseThrow().due()).isFalse();
    }

    @Test
    void no_more_or_fewer_than_one_place_can_be_settled() {
        for (var places : List.of("0+0", "-1+0", "100001+0", "1+-1")) {
            assertThatThrownBy(() -> Call.in(application).opens(places, "2+0"))
                    .describedAs(places)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_programme_whose_sign_ups_came_from_a_file_has_no_draw() {
        var programme = new Programme(UUID.randomUUID(), "From a file", 20, SettableClock.START);
        programmes.start(programme);

        moving.reach(programme.id(), Phase.CLOSED, Season.OWNER);

        assertThat(phases.of(programme.id())).isEqualTo(Phase.CLOSED);
        assertThat(draws.find(programme.id())).isEmpty();
    }

    private static String shown(Seats seats) {
        return seats.start() + "+" + seats.reserve();
    }

    private org.counterpart.enrolment.SignUp signedUpLate() {
        application.getBean(People.class).save(List.of(Call.person("late", "Porto", 1)));
        return Call.signUp("late", Role.MENTOR);
    }
}
