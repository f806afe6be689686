// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;

/// Somebody who may sign in asked for a link. Heard within the same transaction.
public record SignInLinkRequested(String email, Secret token, Instant expiresAt, Instant at) {}
