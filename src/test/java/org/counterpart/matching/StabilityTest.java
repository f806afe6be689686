// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.solver.Progress;
import org.counterpart.people.Person;
import org.junit.jupiter.api.Test;

class StabilityTest {
    @Test
    void a_single_pair_is_blocked_by_nobody_and_is_the_stable_one() {
        var matched = matched(
                Set.of(),
                signUp("ana", Role.MENTOR, List.of(), Set.of()),
                signUp("xi", Role.MENTEE, List.of(), Set.of()));

        assertThat(Stability.of(matched))
                .isEqualTo(new Stability(
                        0, 1, (int) matched.certified().objective().worst(), (int)
                                matched.certified().objective().total()));
    }

    @Test
    void a_lock_against_what_two_want_is_blocked_by_them() {
        var ana = signUp("ana", Role.MENTOR, List.of("xi"), Set.of());
        var bo = signUp("bo", Role.MENTOR, List.of(), Set.of());
        var xi = signUp("xi", Role.MENTEE, List.of("ana"), Set.of());
        var zoe = signUp("zoe", Role.MENTEE, List.of(), Set.of());

        assertThat(Stability.of(matched(Set.of(), ana, bo, xi, zoe)).blocking()).isZero();
        assertThat(Stability.of(matched(Set.of(new PairKey("ana", "zoe")), ana, bo, xi, zoe))
                        .blocking())
                .isEqualTo(1);
    }

    private static SignUp signUp(String id, Role role, List<String> prefer, Set<String> avoid) {
        return new SignUp(id, role, 1, List.of("offer"), List.of("want"), null, List.of(), avoid, prefer);
    }

    private static Matched matched(Set<PairKey> locked, SignUp... signUps) {
        Map<String, Person> people = new HashMap<>();
        for (var signUp : signUps) {
            people.put(
                    signUp.personId(),
                    new Person(
                            signUp.personId(),
                            signUp.personId(),
                            null,
                            signUp.role() == Role.MENTOR ? 1 : 6,
                            "Legal",
                            null,
                            null,
                            null,
                            Set.of("en"),
                            null));
        }
        return (Matched) Matching.match(
                Call.of(people, List.of(signUps), Seed.STANDARD),
                Rules.standard(),
                new Wishes(locked, Set.of(), Set.of()),
                Progress.SILENT);
    }
}
