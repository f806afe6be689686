// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Instant;
import java.util.UUID;

/// A device or a recovery code that opens somebody's user key.
///
/// @param wrapped the user key, sealed to its public key
public record Holder(UUID id, Kind kind, Sealed publicKey, Sealed wrapped, Instant since) {
    public enum Kind {
        DEVICE,
        RECOVERY
    }
}
