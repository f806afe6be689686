// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What one person who took part in an earlier programme said of it.
///
/// @param knownAs how owners know them, 1 to 120 characters; each stands in a programme once
/// @param programme in which they took part, 1 to 200 characters
/// @param value what it was worth to them; may be empty
/// @param successes what went well; may be empty
/// @param at when it was written down
public record Voice(
        UUID id,
        String knownAs,
        Part part,
        String programme,
        String value,
        String successes,
        List<Pitfall> pitfalls,
        Instant at) {
    public Voice {
        pitfalls = List.copyOf(pitfalls);
    }

    /// What they were in it.
    public enum Part {
        MENTOR,
        MENTEE
    }
}
