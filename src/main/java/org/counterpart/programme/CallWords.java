// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.List;
import java.util.UUID;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;

/// What somebody says to the reader of a call in their own name, carried by other modules. The call's page shows all of
/// it in order, before anything can be done.
public interface CallWords {
    /// Empty where nobody says anything to them.
    List<Words> of(UUID programmeId, SignedIn who);

    /// @param order its place, from 1
    /// @param text as it was typed
    /// @param by who says it, and what stands behind them
    record Words(int order, Saying title, String text, Saying by) {}
}
