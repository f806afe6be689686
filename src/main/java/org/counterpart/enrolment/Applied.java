// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.time.Instant;
import java.util.UUID;

/// Somebody handed their application in. Heard within the same transaction.
///
/// @param again whether they had handed one in before, and changed it
public record Applied(UUID programmeId, String personId, boolean again, Instant at) {}
