// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applicants of one pool and one stratum, and what was drawn for them.
///
/// @param applicants how many
/// @param seats how many of them start and how many are in reserve
/// @param startsTo the highest ticket that starts, in hexadecimal; null where nobody does
/// @param reserveTo the highest ticket in reserve; null where nobody is
public record Group(
        Pool pool,
        List<String> stratum,
        int applicants,
        Seats seats,
        @Nullable String startsTo,
        @Nullable String reserveTo) {
    /// The list that a ticket of this group is on. Hexadecimal of one length sorts like the numbers it stands for.
    public Outcome outcome(String ticket) {
        if (startsTo != null && ticket.compareTo(startsTo) <= 0) {
            return Outcome.START_NOW;
        }
        return reserveTo != null && ticket.compareTo(reserveTo) <= 0 ? Outcome.RESERVE : Outcome.COMPARISON;
    }
}
