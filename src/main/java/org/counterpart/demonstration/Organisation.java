// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.util.List;
import org.counterpart.enrolment.SignUp;
import org.counterpart.people.Person;

/// A fictional company and the people who answered its call. The same seed makes the same company, everywhere.
///
/// @param people 1,200 of them: 12 departments, 8 levels, 6 sites in 4 countries and 3 time zones, one at the top
/// @param signUps 63 of them: 34 would-be mentors, 5 of whom would be either, and 29 leaders
public record Organisation(List<Person> people, List<SignUp> signUps) {
    public static final int EXPECTED_PEOPLE = 20;

    public Organisation {
        people = List.copyOf(people);
        signUps = List.copyOf(signUps);
    }

    public static Organisation from(long seed) {
        var staff = new Staff(seed);
        var people = staff.hire();
        return new CallForSignUps(seed, people).draw();
    }
}
