// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.HashSet;
import java.util.Set;

/// What was before a matching.
///
/// @param asked people of any pair made before, whatever became of it
/// @param goingOn pairs made before that need not be made anew
/// @param leftOut people whom the last result left out
public record Earlier(Set<String> asked, Set<PairKey> goingOn, Set<String> leftOut) {
    public static final Earlier NOTHING = new Earlier(Set.of(), Set.of(), Set.of());

    public Earlier {
        asked = Set.copyOf(asked);
        goingOn = Set.copyOf(goingOn);
        leftOut = Set.copyOf(leftOut);
    }

    /// What an earlier result holds.
    public static Earlier of(Priorities priorities) {
        var asked = new HashSet<String>();
        for (var pair : priorities.previous()) {
            asked.add(pair.mentor());
            asked.add(pair.mentee());
        }
        return new Earlier(asked, priorities.previous(), priorities.waiting());
    }
}
