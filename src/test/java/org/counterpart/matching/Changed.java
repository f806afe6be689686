// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.Window;
import org.counterpart.matching.fairness.Influence;
import org.counterpart.people.Person;

/// An organisation in which one fact about everybody is another one.
final class Changed {
    private Changed() {}

    static RandomOrganisation by(Influence fact, RandomOrganisation organisation, Random random) {
        var people = new LinkedHashMap<String, Person>();
        organisation.people().forEach((id, person) -> people.put(id, person(fact, person, random)));
        return new RandomOrganisation(
                people,
                organisation.signUps().stream()
                        .map(signUp ->
                                signUp(fact, signUp, organisation.people().size(), random))
                        .toList());
    }

    private static Person person(Influence fact, Person person, Random random) {
        var text = fact + " " + random.nextInt(3);
        return new Person(
                person.id(),
                fact == Influence.NAME ? text : person.name(),
                fact == Influence.EMAIL ? person.id() + random.nextInt(99) + "@elsewhere.example" : person.email(),
                fact == Influence.LEVEL ? Integer.valueOf(1 + random.nextInt(8)) : person.level(),
                fact == Influence.DEPARTMENT ? text : person.department(),
                fact == Influence.SITE ? text : person.site(),
                fact == Influence.COUNTRY ? text : person.country(),
                fact == Influence.TIMEZONE
                        ? ZoneId.of(random.nextBoolean() ? "Pacific/Auckland" : "Europe/Paris")
                        : person.timezone(),
                fact == Influence.LANGUAGES ? Set.of(random.nextBoolean() ? "en" : "tr") : person.languages(),
                fact == Influence.MANAGER_ID ? null : person.managerId(),
                fact == Influence.CONTRACT ? text : person.contract());
    }

    private static SignUp signUp(Influence fact, SignUp signUp, int people, Random random) {
        var somebody = "e" + random.nextInt(people);
        var text = "hybrid work " + random.nextInt(3);
        return new SignUp(
                signUp.personId(),
                fact == Influence.ROLE ? Role.values()[random.nextInt(3)] : signUp.role(),
                fact == Influence.CAPACITY ? 1 + random.nextInt(3) : signUp.capacity(),
                fact == Influence.OFFERS ? List.of(text) : signUp.offers(),
                fact == Influence.WANTS ? List.of(text) : signUp.wants(),
                fact == Influence.GOALS ? text : signUp.goals(),
                fact == Influence.AVAILABILITY
                        ? List.of(new Window(DayOfWeek.of(1 + random.nextInt(5)), 8 * 60, 14 * 60))
                        : signUp.availability(),
                fact == Influence.AVOID ? Set.of(somebody) : signUp.avoid(),
                fact == Influence.PREFER ? List.of(somebody) : signUp.prefer());
    }
}
