// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Instant;
import java.util.UUID;

/// Somebody came from the reserve into a place that was free. Heard within the same transaction. Who left it is not
/// said.
public record PlaceFilled(UUID programmeId, String personId, Instant at) {}
