// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.counterpart.SettableClock;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A programme whose call is open, until ten days after the clock starts at 17:00 in Berlin. Its roster has Amira, Bo
/// and Cleo, who are junior, and Dana, Ezra and Finn, who lead.
public final class OpenCall {
    private OpenCall() {}

    public static UUID begin(Programmes programmes, People people, JdbcClient jdbc) {
        return begin(programmes, people, jdbc, closes(), "Europe/Berlin");
    }

    /// The same, which closes at another time by another clock.
    public static UUID begin(Programmes programmes, People people, JdbcClient jdbc, LocalDateTime closes, String zone) {
        var id = UUID.randomUUID();
        programmes.start(new Programme(id, "Summer", 6, SettableClock.START));
        people.save(List.of(
                Season.person("amira", 1),
                Season.person("bo", 2),
                Season.person("cleo", 1),
                Season.person("dana", 6),
                Season.person("ezra", 7),
                Season.person("finn", 8)));
        jdbc.sql("""
                        insert into criteria (programme_id, mentor_places, mentee_places, closes_at, zone, frozen_at, digest) \
                        values (:id, 3, 2, :closes, :zone, now(), repeat('0', 64))""")
                .param("id", id)
                .param("closes", closes)
                .param("zone", zone)
                .update();
        jdbc.sql("insert into phase_change (programme_id, number, phase, at) values (:id, 1, 'CONSULTED', now()), "
                        + "(:id, 2, 'OPEN', now())")
                .param("id", id)
                .update();
        return id;
    }

    public static LocalDateTime closes() {
        return LocalDateTime.ofInstant(SettableClock.START, java.time.ZoneOffset.UTC)
                .plusDays(10)
                .withHour(17)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
    }

    /// The fields as the button sends them that hands in.
    public static String[] handedIn(String... fields) {
        var all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "then";
        all[fields.length + 1] = "hand-in";
        return all;
    }

    /// What somebody would type who lacks nothing to be a mentor, as the fields of the form.
    public static String[] mentor() {
        return new String[] {
            "version", "0",
            "role", "MENTOR",
            "what0", "How the night shift hands over",
            "kind0", "LIVED",
            "evidence0", "Three years of it",
            "what1", "Captions for films",
            "kind1", "CAN_SHOW",
            "evidence1", "Those of the last campaign",
            "what2", "What students pay with",
            "kind2", "CAN_FIND_OUT",
            "evidence2", "I would ask my old course",
            "capacity", "1"
        };
    }

    /// Likewise to be a mentee, with a gap that is released.
    public static String[] mentee() {
        return new String[] {
            "version", "0",
            "role", "MENTEE",
            "gap0", "How younger customers choose a bank",
            "situation0", "At the fair I nodded and bought what nobody here can use.",
            "released", "yes",
            "wants", "spreadsheets",
            "gives", "negotiation",
            "languages", "Deutsch, en",
            "hours", "MONDAY 540 720",
            "otherHours", "Sat 9:00-11:00",
            "capacity", "2",
            "commitments", "6",
            "avoid", "amira@x.example\nghost@x.example",
            "prefer", "BO@x.example"
        };
    }
}
