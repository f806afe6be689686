// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterpart.enrolment.SignUp;
import org.counterpart.matching.Quota.Kind;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// The departments and sites of those who signed up, so that nobody need guess how a quota's group is spelled.
public final class QuotaGroups {
    private QuotaGroups() {}

    /// @param kind department or site
    public record Group(String name, Kind kind) {}

    static List<Group> of(List<SignUp> signUps, Map<String, Person> people) {
        return Stream.concat(
                        groups(signUps, people, Kind.DEPARTMENT, Person::department),
                        groups(signUps, people, Kind.SITE, Person::site))
                .toList();
    }

    private static Stream<Group> groups(
            List<SignUp> signUps, Map<String, Person> people, Kind kind, Function<Person, @Nullable String> its) {
        return signUps.stream()
                .flatMap(each -> Stream.ofNullable(people.get(each.personId())))
                .flatMap(person -> Stream.ofNullable(its.apply(person)))
                .distinct()
                .sorted()
                .map(name -> new Group(name, kind));
    }
}
