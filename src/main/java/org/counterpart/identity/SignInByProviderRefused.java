// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;

/// Somebody came from a provider, or on the way to it, and was not let in. Heard within a transaction of its own.
///
/// @param provider short name that the operator gave it
public record SignInByProviderRefused(String provider, SignOnRefusal why, Instant at) {}
