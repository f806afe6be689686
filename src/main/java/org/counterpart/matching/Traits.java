// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.List;
import org.counterpart.enrolment.SignUp;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// One participant's facts, made ready for comparing: phrases by their numbers, hours as a week in world time.
record Traits(
        Person person,
        SignUp signUp,
        int[] offers,
        int[] wants,
        @Nullable WorkingWeek week) {
    List<String> offered() {
        return signUp.offers();
    }

    /// The place of `other` in this person's order of preference, from 0; -1 where it is not there.
    int rankOf(Traits other) {
        return signUp.prefer().indexOf(other.person.id());
    }
}
