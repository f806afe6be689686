// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;

/// A second one confirmed a duty, which holds from now on.
///
/// @param by account of whoever did it
public record DutyConfirmed(Grant grant, UUID by, Instant at) {}
