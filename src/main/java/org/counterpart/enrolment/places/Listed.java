// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.draw.Applicant;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Side;
import org.jspecify.annotations.Nullable;

/// One applicant on the list of a draw. On the list they go by a random number, so that it names nobody, and nobody
/// else can compute their ticket.
///
/// @param stratum what the groups are alike in, as it was when the call closed; empty once they were erased
/// @param pool for which role they were drawn; null before the draw, as outcome and ticket
/// @param turn place in the reserve, from 1; 0 on the other lists
/// @param leftAt when they withdrew
/// @param movedUpAt when they came from the reserve into the place that `inPlaceOf` left
public record Listed(
        UUID programmeId,
        String personId,
        String number,
        Role role,
        List<String> stratum,
        @Nullable Pool pool,
        @Nullable String ticket,
        @Nullable Outcome outcome,
        int turn,
        @Nullable Instant leftAt,
        @Nullable Instant movedUpAt,
        @Nullable String inPlaceOf) {
    public Listed {
        stratum = List.copyOf(stratum);
    }

    /// Somebody before the draw.
    static Listed applied(UUID programmeId, String personId, String number, Role role, List<String> stratum) {
        return new Listed(programmeId, personId, number, role, stratum, null, null, null, 0, null, null, null);
    }

    public boolean hasPlace() {
        return outcome == Outcome.START_NOW || movedUpAt != null;
    }

    public boolean starts() {
        return hasPlace() && leftAt == null;
    }

    public boolean waitsInReserve() {
        return outcome == Outcome.RESERVE && movedUpAt == null && leftAt == null;
    }

    Applicant applicant() {
        var side = switch (role) {
            case MENTOR -> Side.MENTOR;
            case MENTEE -> Side.MENTEE;
            case EITHER -> Side.EITHER;
        };
        return new Applicant(number, side, stratum, "");
    }
}
