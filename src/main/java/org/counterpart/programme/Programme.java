// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.time.Instant;
import java.util.UUID;

/// One season of reverse mentoring.
///
/// @param name 1 to 120 characters
/// @param expectedPeople how many people the call expected, 2 to 100,000
public record Programme(UUID id, String name, int expectedPeople, Instant startedAt) {}
