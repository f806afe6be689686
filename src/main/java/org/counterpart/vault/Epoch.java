// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Instant;
import java.util.UUID;

/// The key of a space for a while, as it was given to whoever asks.
///
/// @param number from 1
public record Epoch(int number, UUID giver, Sealed heads, Sealed given, Instant since) {}
