// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.consultation.Consulting;
import org.counterpart.programme.consultation.Consulting.Typed;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A programme whose call opens here: consulted on and settled, on the way that its owner goes.
public final class Call {
    /// By the clock of the zone, two weeks after tests begin.
    public static final LocalDateTime CLOSES = LocalDateTime.parse("2026-12-08T18:00");

    private final ApplicationContext application;
    public final UUID programme = UUID.randomUUID();
    private String closes = CLOSES.toString();
    private String zone = "UTC";
    private String strata = "SITE";

    private Call(ApplicationContext application) {
        this.application = application;
    }

    public static Call in(ApplicationContext application) {
        return new Call(application);
    }

    Call closesAt(String moment, String inZone) {
        closes = moment;
        zone = inZone;
        return this;
    }

    Call alikeIn(String columns) {
        strata = columns;
        return this;
    }

    /// @param mentors places and reserve, as `20+3`
    public Call opens(String mentors, String mentees) {
        return settles(mentors, mentees).opens();
    }

    /// Nothing was settled about places.
    Call opens() {
        application.getBean(Programmes.class).find(programme).ifPresentOrElse(_ -> {}, this::starts);
        move(Phase.CONSULTED);
        move(Phase.OPEN);
        return this;
    }

    private void starts() {
        application
                .getBean(Programmes.class)
                .start(new Programme(programme, "Learning upwards", 60, SettableClock.START));
        var consulting = application.getBean(Consulting.class);
        for (var voice : List.of("MENTOR", "MENTEE", "MENTEE")) {
            assertThat(consulting.hear(
                            programme, new Typed("Vito " + UUID.randomUUID(), voice, "Pilot", "", "", "Time")))
                    .isEmpty();
        }
        jdbc().sql("""
                        update pitfall set answer = 'RISK', because = 'Told to everyone' from voice \
                        where voice.id = voice_id and programme_id = ?""").param(programme).update();
    }

    private Call settles(String mentors, String mentees) {
        starts();
        jdbc().sql("""
                        insert into criteria (programme_id, aim, who_may_apply, success, stopping, mentor_places, \
                        mentor_reserve, mentee_places, mentee_reserve, strata, closes_at, zone, starts_on, weeks, \
                        next_wave_on) values (?, 'Learn', 'Everyone', 'Both learn', 'Nobody meets', ?, ?, ?, ?, \
                        string_to_array(?, ','), ?::timestamp, ?, '2027-12-10', 26, '2028-07-05')""")
                .params(
                        programme,
                        number(mentors, 0),
                        number(mentors, 1),
                        number(mentees, 0),
                        number(mentees, 1),
                        strata,
                        closes,
                        zone)
                .update();
        return this;
    }

    private static int number(String places, int at) {
        return Integer.parseInt(places.split("\\+")[at]);
    }

    private void move(Phase to) {
        assertThat(application.getBean(MovingOn.class).move(programme, to, "As settled", Season.OWNER))
                .isEqualTo(new MovingOn.Moved(to));
    }

    /// The owner closes it by hand.
    public Call closes() {
        move(Phase.CLOSED);
        return this;
    }

    /// Mentors m1 … at the sites of Porto and Turin in turns, mentees l1 … likewise, and e1 … who would be either.
    public Call apply(int mentors, int mentees, int either) {
        apply("m", Role.MENTOR, mentors, 1);
        apply("l", Role.MENTEE, mentees, 6);
        apply("e", Role.EITHER, either, 3);
        return this;
    }

    /// Somebody who is known already.
    public Call joins(String person, Role role) {
        application.getBean(SignUps.class).save(programme, List.of(signUp(person, role)));
        return this;
    }

    private void apply(String letter, Role role, int count, int level) {
        application
                .getBean(People.class)
                .save(IntStream.rangeClosed(1, count)
                        .mapToObj(each -> person(letter + each, each % 2 == 0 ? "Porto" : "Turin", level))
                        .toList());
        application
                .getBean(SignUps.class)
                .save(
                        programme,
                        IntStream.rangeClosed(1, count)
                                .mapToObj(each -> signUp(letter + each, role))
                                .toList());
    }

    static Person person(String id, String site, int level) {
        return new Person(
                id,
                "Name of " + id,
                id + "@x.example",
                level,
                "Department",
                site,
                null,
                null,
                Set.of("en"),
                null,
                "permanent");
    }

    static SignUp signUp(String id, Role role) {
        return new SignUp(id, role, 1, List.of("Charts"), List.of("Budgets"), null, List.of(), Set.of(), List.of());
    }

    private JdbcClient jdbc() {
        return application.getBean(JdbcClient.class);
    }
}
