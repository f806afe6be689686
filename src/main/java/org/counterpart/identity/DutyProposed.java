// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;

/// Somebody was proposed for a duty.
public record DutyProposed(Grant grant, Instant at) {}
