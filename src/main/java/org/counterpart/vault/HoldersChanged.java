// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Instant;

/// What opens what somebody sealed is no longer what it was. Heard within the same transaction.
public record HoldersChanged(String personId, Change change, Instant at) {
    public enum Change {
        /// They have another user key, and nothing of before opens with it.
        REPLACED,
        /// Another browser, or another code, opens what they sealed.
        ADDED
    }
}
