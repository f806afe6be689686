// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Instant;
import org.counterpart.identity.Secret;

/// Somebody is asked whether they want to be in a pair. Heard within the publishing transaction.
///
/// @param link opens the page where they answer, without signing in
public record PairProposed(String personId, Secret link, Instant answerBy, Instant at) {}
