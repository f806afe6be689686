// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;

/// Somebody asked for a sign-in link with an address that may or may not be anybody's.
///
/// @param id in the order of asking
/// @param expiresAt when a link for it would end, and with it the request
record LinkRequest(long id, String email, Instant expiresAt) {}
