// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.List;
import java.util.UUID;

/// Where somebody prepares for a pair, or a pair writes to each other.
///
/// @param share the server's half of the keys, without which nothing opens
/// @param epochs whose keys were given to whoever asks, in their order
public record Space(UUID id, Sealed share, List<Epoch> epochs) {
    public Space {
        epochs = List.copyOf(epochs);
    }
}
