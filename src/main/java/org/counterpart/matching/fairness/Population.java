// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import org.counterpart.enrolment.Role;

/// People who are fairly compared with one another. Mentors stand lower than mentees and one side is often scarce,
/// so comparing levels or departments across the sides would only show which side is larger. Who would be either is
/// counted by that, not by the side the matching gave, which is an outcome.
public enum Population {
    MENTOR,
    MENTEE,
    EITHER,
    /// People of any role whom an earlier result left out; left out now means that they still wait.
    WAITED;

    boolean holds(Participant participant) {
        return switch (this) {
            case MENTOR -> participant.role() == Role.MENTOR;
            case MENTEE -> participant.role() == Role.MENTEE;
            case EITHER -> participant.role() == Role.EITHER;
            case WAITED -> participant.waited();
        };
    }
}
