// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.UUID;
import org.counterpart.enrolment.SignUps;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.programme.Programmes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Amira and Dana, who both accepted each other, and Bo and Ezra, who did too.
public record Couple(UUID id, UUID others) {
    public static Couple in(ApplicationContext application) {
        var programme = Season.begin(
                application.getBean(Programmes.class),
                application.getBean(People.class),
                application.getBean(SignUps.class));
        var jdbc = application.getBean(JdbcClient.class);
        var run = UUID.randomUUID();
        jdbc.sql("""
                        insert into match_run (id, programme_id, number, at, by_account, seed, level_gap, minutes_in_common, \
                        mentors, mentees, eithers, possible, candidates, pairs, worst, total, verified) \
                        values (:run, :programme, 1, '2026-03-03Z', gen_random_uuid(), 's', 1, 15, 3, 3, 0, 9, 9, 3, 9, 18, true)""").param("run", run).param("programme", programme).update();
        return new Couple(pair(jdbc, programme, run, "amira", "dana"), pair(jdbc, programme, run, "bo", "ezra"));
    }

    private static UUID pair(JdbcClient jdbc, UUID programme, UUID run, String mentor, String mentee) {
        var pair = UUID.randomUUID();
        jdbc.sql("""
                        insert into pair (id, programme_id, run_id, mentor_id, mentee_id, evidence, proposed_at, answer_by, \
                        mentor_answer, mentor_answered_at, mentee_answer, mentee_answered_at) \
                        values (:pair, :programme, :run, :mentor, :mentee, '[]', '2026-03-04Z', '2026-03-18Z', \
                        'ACCEPTED', '2026-03-05Z', 'ACCEPTED', '2026-03-06Z')""")
                .param("pair", pair)
                .param("programme", programme)
                .param("run", run)
                .param("mentor", mentor)
                .param("mentee", mentee)
                .update();
        return pair;
    }
}
