// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.verifier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the log is as it was written.
public sealed interface Verdict {
    /// @param events how many there are
    /// @param anchors how many lines vouch for them from outside
    /// @param unanchored events after the last anchor, for which the chain alone speaks
    /// @param past how many went before them because their term ended
    record Whole(long events, int anchors, long unanchored, long past) implements Verdict {}

    /// @param first number of the first bad event, or the first that can be; a line of the anchors where they are
    /// damaged
    /// @param last until where this one fault reaches
    /// @param anchored when the anchor that tells was written; none where the chain itself tells
    record Broken(
            Fault fault, long first, long last, @Nullable Instant anchored) implements Verdict {
        static Broken at(Fault fault, long number) {
            return new Broken(fault, number, number, null);
        }
    }

    /// What is wrong; each has its sentence in the texts.
    enum Fault {
        /// The event says something else than when it was written.
        ALTERED,
        /// The event is whole, but stood at another place: `last` says which.
        MOVED,
        /// An event is whole, but the one after it followed another one.
        REPLACED,
        /// Events before the last one are gone.
        MISSING,
        /// A number stands there twice, or below one.
        SURPLUS,
        /// The first event followed another one.
        NO_BEGINNING,
        /// The last events are gone, and nothing stands in their place.
        CUT,
        /// The last events were replaced by others, with a chain of their own, after the last anchor that agrees.
        REFILLED,
        /// No anchor agrees: all of it was written anew.
        REWRITTEN,
        /// Events went as if their term had ended, but an anchor says that they were younger.
        TERM_NOT_OVER,
        /// What an event says of those that went before it because their term ended does not fit what is there.
        CHECKPOINT_FALSE,
        ANCHORS_DAMAGED,
        ANCHORS_MISSING
    }
}
