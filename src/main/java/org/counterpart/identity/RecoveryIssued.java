// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;

/// Whoever runs the server printed a link that lets an owner in again. Heard within the same transaction.
public record RecoveryIssued(UUID accountId, Instant at) {}
