// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

/// What someone signed up to be. The mentor is the less senior of a pair, the mentee the leader; `EITHER` is
/// assigned to one of the two by the matching, never to both.
public enum Role {
    MENTOR,
    MENTEE,
    EITHER;

    public boolean mayMentor() {
        return this != MENTEE;
    }

    public boolean mayBeMentored() {
        return this != MENTOR;
    }
}
