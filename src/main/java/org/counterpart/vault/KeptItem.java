// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.time.Instant;
import java.util.UUID;

/// An item and what is known beside it.
///
/// @param author the id of a member
public record KeptItem(Item item, UUID author, Instant at) {}
