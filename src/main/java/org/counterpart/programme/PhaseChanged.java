// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.time.Instant;
import java.util.UUID;

/// A programme went on to its next phase. Heard within the same transaction.
public record PhaseChanged(UUID programmeId, Phase from, Phase to, Instant at) {}
