// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.counterpart.CounterpartTest;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.pairing.Season;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Phases;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Calls that open, close and are drawn.
@CounterpartTest
abstract class DrawScene {
    static final String WITNESS = "Lottery of 9 December: 4 8 15 16 23 42";
    static final String SOURCE = "Minutes of the works council";

    @Autowired
    ApplicationContext application;

    @Autowired
    Draws draws;

    @Autowired
    PlacesOfDraws places;

    @Autowired
    DrawingPlaces drawing;

    @Autowired
    SignUps signUps;

    @Autowired
    Phases phases;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    /// 23 mentors and 40 mentees or the like for 20 pairs, closed.
    Call crowded() {
        return Call.in(application).opens("20+3", "20+3").apply(40, 23, 0).closes();
    }

    DrawingPlaces.Answer draw(Call call) {
        return drawing.draw(call.programme, WITNESS, SOURCE, Season.OWNER);
    }

    Call drawn(Call call) {
        assertThat(draw(call)).isEqualTo(new DrawingPlaces.Done());
        return call;
    }

    List<Listed> those(UUID programme, Predicate<Listed> which) {
        return places.of(programme).stream().filter(which).toList();
    }

    List<String> takingPart(Call call) {
        return signUps.takingPart(call.programme).stream().map(SignUp::personId).toList();
    }

    List<@Nullable String> mailed(String subject) {
        return jdbc.sql("select recipient from mail where subject like :subject order by recipient")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    /// Somebody of the works council who is an auditor of the programme, once another one confirmed it.
    SignedIn entrust(String email, Call call, boolean confirmed) {
        var account = UUID.randomUUID();
        jdbc.sql("insert into account (id, email, name, since) values (?, ?, 'Works council', now())")
                .params(account, email)
                .update();
        as("insert into duty_grant (id, account_id, duty, programme_id, reason, proposed_at, proposed_by) "
                + "values (gen_random_uuid(), '%s', 'AUDITOR', '%s', 'Elected', now(), acting_account())"
                        .formatted(account, call.programme));
        if (confirmed) {
            confirm(account);
        }
        return new SignedIn(
                account, null, email, "Works council", Set.of(new SignedIn.Held(Duty.AUDITOR, call.programme)));
    }

    void confirm(UUID account) {
        as("update duty_grant set confirmed_at = now(), confirmed_by = acting_account() where account_id = '%s'"
                .formatted(account));
    }

    private void as(String deed) {
        Acting.owner(UUID.randomUUID(), null)
                .<Integer, RuntimeException>call(() -> jdbc.sql(deed).update());
    }

    int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
