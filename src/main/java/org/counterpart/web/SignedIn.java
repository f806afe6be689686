// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who is asking, read anew at each request, so that a duty taken away or a person who left counts at once. Take it
/// in a handler as `@AuthenticationPrincipal SignedIn who`.
///
/// @param accountId who they are, whatever their address is
/// @param personId their id in the roster; none for somebody who is no employee on record
/// @param email where mail reaches them, in lower case
/// @param name how to address them, in their own words
/// @param duties what they are entrusted with
public record SignedIn(UUID accountId, @Nullable String personId, String email, String name, Set<Held> duties)
        implements Serializable {
    public SignedIn {
        duties = Set.copyOf(duties);
    }

    /// A duty for one programme, or for all where none is named.
    public record Held(Duty duty, @Nullable UUID programmeId) implements Serializable {}

    /// Whether they run the programmes.
    public boolean owner() {
        return duties.contains(new Held(Duty.OWNER, null));
    }

    /// The same person, as long as they may not do what a duty asks of them.
    public SignedIn without(Duty duty) {
        return new SignedIn(
                accountId,
                personId,
                email,
                name,
                duties.stream().filter(held -> held.duty() != duty).collect(Collectors.toUnmodifiableSet()));
    }

    /// Whether they are entrusted with something, for that programme or for all.
    public boolean holds(Duty duty, @Nullable UUID programmeId) {
        return duties.contains(new Held(duty, null)) || duties.contains(new Held(duty, programmeId));
    }
}
