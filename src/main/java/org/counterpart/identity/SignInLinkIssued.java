// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;

/// A link was made for somebody who asked for one and may sign in by it. Heard within the same transaction.
public record SignInLinkIssued(String email, Secret token, Instant expiresAt, Instant at) {}
