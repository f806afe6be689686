// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.List;
import java.util.stream.IntStream;

/// Which of the people who may be either are assumed to be mentors or mentees; everyone else is what their edges
/// say.
final class Roles {
    private static final byte OPEN = 1;
    private static final byte MENTOR = 2;
    private static final byte MENTEE = 3;

    private final byte[] role;

    private Roles(byte[] role) {
        this.role = role;
    }

    static Roles open(Problem problem) {
        var role = new byte[problem.people()];
        for (int person : problem.eithers()) {
            role[person] = OPEN;
        }
        return new Roles(role);
    }

    Roles withMentor(int person) {
        return with(person, MENTOR);
    }

    Roles withMentee(int person) {
        return with(person, MENTEE);
    }

    boolean isOpen(int person) {
        return role[person] == OPEN;
    }

    boolean isMentor(int person) {
        return role[person] == MENTOR;
    }

    boolean isMentee(int person) {
        return role[person] == MENTEE;
    }

    boolean anyOpen() {
        for (byte each : role) {
            if (each == OPEN) {
                return true;
            }
        }
        return false;
    }

    /// Whether nobody may be either.
    boolean none() {
        for (byte each : role) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    boolean allow(int mentor, int mentee) {
        return role[mentor] != MENTEE && role[mentee] != MENTOR;
    }

    Case closed(boolean impossible, Bound bound) {
        return new Case(people(MENTOR), people(MENTEE), impossible, bound);
    }

    Chain closed(List<Chain.Link> links) {
        return new Chain(people(MENTOR), people(MENTEE), links);
    }

    /// Settles every open role as some edges use it; whoever is in none is a mentee.
    Roles settledLike(Problem problem, int[] edges) {
        var settled = role.clone();
        for (int edge : edges) {
            int mentor = problem.edges.mentor(edge);
            settled[mentor] = settled[mentor] == OPEN ? MENTOR : settled[mentor];
        }
        for (int person = 0; person < role.length; person++) {
            settled[person] = settled[person] == OPEN ? MENTEE : settled[person];
        }
        return new Roles(settled);
    }

    /// Settles every open role as somebody is used, and by which side of the graph used them more where they are not.
    Roles settledBy(boolean[] mentor, boolean[] mentee, Usage usage) {
        var settled = settledBy(usage).role;
        for (int person = 0; person < role.length; person++) {
            if (role[person] == OPEN && (mentor[person] || mentee[person])) {
                settled[person] = mentor[person] ? MENTOR : MENTEE;
            }
        }
        return new Roles(settled);
    }

    /// The same with the other role for some people whose roles are settled.
    Roles turned(int[] people) {
        var turned = role.clone();
        for (int person : people) {
            turned[person] = role[person] == MENTOR ? MENTEE : MENTOR;
        }
        return new Roles(turned);
    }

    /// Settles every open role by which side of the graph used the person more, and mentor where they are equal.
    Roles settledBy(Usage usage) {
        var settled = role.clone();
        for (int person = 0; person < role.length; person++) {
            if (role[person] == OPEN) {
                settled[person] = usage.asMentor(person) >= usage.asMentee(person) ? MENTOR : MENTEE;
            }
        }
        return new Roles(settled);
    }

    /// The open person most torn between both roles, or the first open one.
    int mostTorn(Usage usage) {
        int torn = -1;
        for (int person = 0; person < role.length; person++) {
            if (role[person] == OPEN && (torn < 0 || usage.conflict(person) > usage.conflict(torn))) {
                torn = person;
            }
        }
        return torn;
    }

    private Roles with(int person, byte assumed) {
        var changed = role.clone();
        changed[person] = assumed;
        return new Roles(changed);
    }

    private int[] people(byte assumed) {
        return IntStream.range(0, role.length)
                .filter(person -> role[person] == assumed)
                .toArray();
    }
}
