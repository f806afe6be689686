// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// What one colleague wrote to another so that they answer a call.
///
/// @param inviteeId null where the roster has nobody of that address
/// @param signedAs what the inviter was in pairings that they completed; empty for somebody who completed none yet, and
/// whoever reads it is told so
public record Invitation(
        UUID programmeId,
        String inviterId,
        @Nullable String inviteeId,
        String address,
        Set<Role> signedAs,
        String words,
        Instant at) {
    public static final int LONGEST = 1_000;

    /// To one call by one person.
    public static final int MOST = 20;

    public Invitation {
        signedAs = Set.copyOf(signedAs);
    }

    /// A name with what stands behind it, so that nobody vouches for what they did not do (R01).
    public static Saying signature(String name, Set<Role> signedAs) {
        var as = signedAs.size() > 1
                ? "BOTH"
                : List.copyOf(signedAs).stream().map(Role::name).findFirst().orElse("NOT_YET");
        return Saying.of("enrolment.invite.signed." + as, name);
    }
}
