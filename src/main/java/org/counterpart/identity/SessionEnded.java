// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;

/// A session ended, and why.
public record SessionEnded(UUID accountId, UUID session, Why why, Instant at) {
    public enum Why {
        SIGNED_OUT,
        /// By the same person, from another session.
        ENDED_ELSEWHERE,
        /// Nobody used it, or it lasted as long as any may.
        TIME_IS_UP
    }
}
