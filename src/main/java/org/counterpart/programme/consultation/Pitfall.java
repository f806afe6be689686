// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that went wrong in an earlier programme, and what this one does about it.
///
/// @param answer none as long as nobody gave one
/// @param because the decision, or why the risk is accepted, in the owner's words; empty without an answer
public record Pitfall(UUID id, String text, @Nullable Answer answer, String because) {
    public enum Answer {
        /// The programme is made so that it does not happen again.
        DECISION,
        /// It may happen again, and that is accepted.
        RISK
    }
}
