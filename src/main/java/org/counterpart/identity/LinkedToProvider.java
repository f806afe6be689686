// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;

/// A subject of a provider came for the first time and opens this account from now on. Heard within the same
/// transaction.
///
/// @param provider short name that the operator gave it
public record LinkedToProvider(UUID accountId, String provider, Instant at) {}
