// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.util.UUID;

/// An owner ended a pair that rested because of a reporting line. Heard within the same transaction.
public record PairEnded(UUID pairId, UUID programmeId, String mentorId, String menteeId) {}
