// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.List;
import java.util.UUID;

/// Where somebody prepares for a pair.
///
/// @param epoch of the key
/// @param given the key, sealed to them and signed
/// @param share the server's half of the keys, without which nothing opens
public record Space(UUID id, int epoch, Sealed given, Sealed share, List<Item> items) {
    public Space {
        items = List.copyOf(items);
    }
}
