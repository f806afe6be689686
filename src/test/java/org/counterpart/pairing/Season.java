// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Duty;
import org.counterpart.web.SignedIn;

/// A small programme: Amira, Bo and Cleo would mentor, Dana, Ezra and Finn lead. Amira suits Dana best, Bo suits
/// Ezra, Cleo suits Finn.
public final class Season {
    public static final SignedIn OWNER = new SignedIn(
            UUID.randomUUID(), null, "owner@x.example", "Olga Owner", Set.of(new SignedIn.Held(Duty.OWNER, null)));

    private Season() {}

    public static UUID begin(Programmes programmes, People people, SignUps signUps) {
        var programme = new Programme(UUID.randomUUID(), "Spring", 6, SettableClock.START);
        programmes.start(programme);
        people.save(List.of(
                person("amira", 1),
                person("bo", 2),
                person("cleo", 1),
                person("dana", 6),
                person("ezra", 7),
                person("finn", 8)));
        signUps.save(
                programme.id(),
                List.of(
                        signUp("amira", Role.MENTOR, "Charts", "Budgets", Set.of()),
                        signUp("bo", Role.MENTOR, "Chatbots", "Boards", Set.of()),
                        signUp("cleo", Role.MENTOR, "Captions", "Bargaining", Set.of()),
                        signUp("dana", Role.MENTEE, "Budgets", "Charts", Set.of()),
                        signUp("ezra", Role.MENTEE, "Boards", "Chatbots", Set.of()),
                        signUp("finn", Role.MENTEE, "Bargaining", "Captions", Set.of())));
        return programme.id();
    }

    public static Person person(String id, int level) {
        return new Person(
                id,
                Character.toUpperCase(id.charAt(0)) + id.substring(1),
                id + "@x.example",
                level,
                "Department of " + id,
                null,
                null,
                null,
                Set.of("en"),
                null);
    }

    public static SignUp signUp(String id, Role role, String offer, String want, Set<String> avoid) {
        return new SignUp(id, role, 1, List.of(offer), List.of(want), null, List.of(), avoid, List.of());
    }
}
