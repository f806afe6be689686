// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a browser gets to open somebody's user key.
///
/// @param member null for somebody who has no key yet; then everything else is empty
public record Desk(@Nullable UUID member, List<Sealed> log, List<Holder> holders, List<Asking> askings) {
    public Desk {
        log = List.copyOf(log);
        holders = List.copyOf(holders);
        askings = List.copyOf(askings);
    }

    public static Desk empty() {
        return new Desk(null, List.of(), List.of(), List.of());
    }
}
