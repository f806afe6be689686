// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;

/// Somebody came in from a provider. Heard within the same transaction.
///
/// @param provider short name that the operator gave it
/// @param secondFactor whether the provider says that they showed one
public record SignedInByProvider(UUID accountId, String provider, boolean secondFactor, Instant at) {}
