// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.UUID;

/// A duty was given back or taken away, or turned down before it held.
///
/// @param by account of whoever did it
public record DutyEnded(Grant grant, UUID by, Instant at) {}
