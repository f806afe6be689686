// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.UUID;

/// Somebody signed in. Heard within the same transaction.
public record CameIn(UUID accountId, Way by) {
    /// What opened the door.
    public enum Way {
        MAILED_LINK,
        SET_UP_LINK,
        DEMONSTRATION
    }
}
