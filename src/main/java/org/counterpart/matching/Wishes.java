// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.HashSet;
import java.util.Set;

/// What is settled about single pairs before a run: `locked` ones are made, `forbidden` ones are not, and
/// `standing` ones are in force already, so they are kept whatever today's rules say.
public record Wishes(Set<PairKey> locked, Set<PairKey> forbidden, Set<PairKey> standing) {
    public static final Wishes NONE = new Wishes(Set.of(), Set.of(), Set.of());

    public Wishes {
        locked = Set.copyOf(locked);
        forbidden = Set.copyOf(forbidden);
        standing = Set.copyOf(standing);
    }

    /// All pairs that must be made.
    Set<PairKey> fixed() {
        var fixed = new HashSet<>(locked);
        fixed.addAll(standing);
        return fixed;
    }
}
