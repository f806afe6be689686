// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Instant;
import java.util.UUID;

/// A browser that asks another one of the same person to be let in.
///
/// @param id under which it would be a holder
public record Asking(UUID id, Sealed publicKey, Instant at) {}
