// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.time.Instant;
import java.util.UUID;

/// Somebody who was asked by mail and has not answered yet.
///
/// @param knownAs how owners know them
public record Asked(UUID id, UUID programmeId, String knownAs, String address, Instant at, Instant until) {}
