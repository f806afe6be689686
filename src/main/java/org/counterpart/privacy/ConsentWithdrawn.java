// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.time.Instant;

/// Somebody withdrew. Heard within the transaction, so that it is in effect when they read that it is.
public record ConsentWithdrawn(String personId, Matter matter, Instant at) {}
