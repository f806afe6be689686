// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.UUID;

/// Somebody signed in, and a session began. Heard within the same transaction.
public record CameIn(UUID accountId, SignedInBy by) {}
