// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

/// What a draw came to for one applicant.
///
/// @param ticket 64 hexadecimal digits; the lowest of a group start
/// @param turn place in the reserve of the pool, from 1; 0 on the other lists, which have no order
public record Place(Applicant applicant, Group group, String ticket, Outcome outcome, int turn) {
    public Pool pool() {
        return group.pool();
    }
}
