// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.people.Person;

/// A small organisation with managers up to the top, some unknown facts, and sign-ups with do-not-match lists.
record RandomOrganisation(Map<String, Person> people, List<SignUp> signUps) {
    private static final List<String> TOPICS = List.of(
            "AI tools", "reading a decision", "hybrid work", "how money is made", "negotiating", "data privacy");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata");

    static RandomOrganisation of(Random random) {
        var people = new LinkedHashMap<String, Person>();
        var signUps = new ArrayList<SignUp>();
        int size = 2 + random.nextInt(30);
        for (int i = 0; i < size; i++) {
            var id = "e" + i;
            people.put(id, person(id, i == 0 ? null : "e" + random.nextInt(i), random));
            if (random.nextInt(4) > 0) {
                signUps.add(signUp(id, size, random));
            }
        }
        return new RandomOrganisation(people, signUps);
    }

    Set<String> avoid(String id) {
        return signUps.stream()
                .filter(signUp -> signUp.personId().equals(id))
                .findFirst()
                .map(SignUp::avoid)
                .orElse(Set.of());
    }

    private static Person person(String id, @org.jspecify.annotations.Nullable String manager, Random random) {
        return new Person(
                id,
                "Person " + id,
                null,
                random.nextInt(12) == 0 ? null : 1 + random.nextInt(8),
                random.nextInt(12) == 0 ? null : "D" + random.nextInt(4),
                "S" + random.nextInt(2),
                "DE",
                random.nextInt(12) == 0 ? null : ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                random.nextInt(12) == 0 ? Set.of() : random.nextBoolean() ? Set.of("en") : Set.of("de", "fr"),
                manager);
    }

    private static SignUp signUp(String id, int size, Random random) {
        var avoid = new HashSet<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            avoid.add("e" + random.nextInt(size));
        }
        return new SignUp(
                id,
                Role.values()[random.nextInt(3)],
                1 + random.nextInt(2),
                List.of(TOPICS.get(random.nextInt(TOPICS.size())), TOPICS.get(random.nextInt(TOPICS.size()))),
                List.of(TOPICS.get(random.nextInt(TOPICS.size()))),
                null,
                List.of(),
                avoid,
                List.of());
    }
}
