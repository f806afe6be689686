// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of the log as owners and auditors read it.
///
/// @param number its place in the chain, from 1
/// @param actor account; none for the program itself and for strangers
/// @param people the first ones that it is about, at most [#SHOWN]
/// @param peopleInAll how many it is about
/// @param account that it is about, where it is about a duty
/// @param route the pattern that was asked for, where access was refused
/// @param reason a code of ours
public record AuditEvent(
        long number,
        Instant at,
        @Nullable UUID actor,
        Kind kind,
        @Nullable UUID programmeId,
        List<Mentioned> people,
        int peopleInAll,
        @Nullable UUID account,
        @Nullable String route,
        @Nullable String reason) {
    static final int SHOWN = 2;

    /// Somebody in an event.
    ///
    /// @param id the random one that stands for them
    /// @param personId in the roster; none for somebody who was erased, and for readers to whom it is not told
    public record Mentioned(UUID id, @Nullable String personId) {}

    public AuditEvent {
        people = List.copyOf(people);
    }
}
