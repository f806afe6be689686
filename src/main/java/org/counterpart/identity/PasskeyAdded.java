// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;

/// Somebody has one more way in. Heard within the same transaction.
public record PasskeyAdded(UUID accountId, UUID passkeyId, String name, Instant at) {}
