// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.UUID;

/// Something that was sealed, at its place.
///
/// @param sequence from 1, without a gap
/// @param previous the hash of the item before
public record Item(UUID id, int epoch, long sequence, Sealed previous, Sealed sealed) {}
