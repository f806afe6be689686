// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.time.Instant;
import java.util.UUID;

/// Somebody took back the application that they had handed in. Heard within the same transaction.
public record ApplicationWithdrawn(UUID programmeId, String personId, Instant at) {}
