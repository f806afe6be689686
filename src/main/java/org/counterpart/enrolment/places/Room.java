// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.draw.Seats;
import org.counterpart.enrolment.draw.Terms;
import org.counterpart.programme.criteria.Places;

/// Fits the places that were settled to those who applied, so that none is for nobody. Whoever may be either counts for
/// one role only; where there are more places than people, the role with more places gives way first, because a pair
/// takes one of each.
final class Room {
    private final int mentors;
    private final int mentees;
    private final int either;

    private Room(Collection<Role> roles) {
        mentors = count(roles, Role.MENTOR);
        mentees = count(roles, Role.MENTEE);
        either = count(roles, Role.EITHER);
    }

    private static int count(Collection<Role> roles, Role role) {
        return (int) roles.stream().filter(each -> each == role).count();
    }

    /// Empty where nobody applied for one of the two roles, or one person alone for both.
    static Optional<Terms> terms(Places mentors, Places mentees, List<String> strata, Collection<Role> applied) {
        var room = new Room(applied);
        if (room.forMentors() == 0 || room.forMentees() == 0 || room.all() < 2) {
            return Optional.empty();
        }
        var start = room.fit(
                new Two(Math.min(mentors.start(), room.forMentors()), Math.min(mentees.start(), room.forMentees())),
                room.all());
        var reserve = room.fit(
                new Two(
                        Math.min(mentors.reserve(), room.forMentors() - start.mentors()),
                        Math.min(mentees.reserve(), room.forMentees() - start.mentees())),
                room.all() - start.mentors() - start.mentees());
        return Optional.of(Terms.byRole(
                new Seats(start.mentors(), reserve.mentors()),
                new Seats(start.mentees(), reserve.mentees()),
                strata.toArray(String[]::new)));
    }

    private record Two(int mentors, int mentees) {}

    private Two fit(Two wanted, int people) {
        int forMentors = wanted.mentors();
        int forMentees = wanted.mentees();
        while (forMentors + forMentees > people) {
            if (forMentors >= forMentees) {
                forMentors--;
            } else {
                forMentees--;
            }
        }
        return new Two(forMentors, forMentees);
    }

    private int forMentors() {
        return mentors + either;
    }

    private int forMentees() {
        return mentees + either;
    }

    private int all() {
        return mentors + mentees + either;
    }
}
