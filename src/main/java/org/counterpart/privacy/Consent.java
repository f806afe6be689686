// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one switch stands.
///
/// @param since when it was last turned; none where nobody ever did, and then it is off
/// @param wording version of the words that were agreed to or withdrawn from; 0 for the answer to a call
public record Consent(
        Matter matter, boolean given, @Nullable Instant since, int wording) {
    /// The words of a call are the employer's own.
    public static final int CALL = 0;

    static Consent never(Matter matter) {
        return new Consent(matter, false, null, matter.wording());
    }
}
