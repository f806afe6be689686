// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Set;

/// What the owner decided about single pairs before a run: `locked` ones are made, `forbidden` ones are not, `previous`
/// ones are kept where that costs nothing else.
public record Wishes(Set<PairKey> locked, Set<PairKey> forbidden, Set<PairKey> previous) {
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of());

    public Wishes {
        locked = Set.copyOf(locked);
        forbidden = Set.copyOf(forbidden);
        previous = Set.copyOf(previous);
    }
}
