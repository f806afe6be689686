// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;

/// Somebody who signs in by passkey or single sign-on asked for a link and gets none. Heard within the same
/// transaction.
public record SignInLinkWithheld(String email, Instant at) {}
