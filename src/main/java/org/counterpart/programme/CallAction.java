// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.Optional;
import java.util.UUID;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;

/// What somebody can do about a call, carried by a later module. The call's page shows all of it in order, the first
/// as a button, without knowing what it is about.
public interface CallAction {
    /// Empty where there is nothing for them to do, for instance because the call is not open.
    Optional<Link> of(UUID programmeId, SignedIn who);

    /// @param order its place among the actions, from 1
    /// @param words of the link, as “Apply”
    /// @param about a sentence or two above it
    /// @param path of its page below the call's, as `/apply`
    record Link(int order, Saying words, Saying about, String path) {}
}
