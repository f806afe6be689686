// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// The key of an epoch, sealed to one member by one. Whether it is, only browsers can say.
///
/// @param heads digest of where the key logs of all members stood
public record Grant(UUID member, int epoch, Sealed heads, Sealed given) {
    private static final int HEADS = 32;
    private static final int GIVEN = 144;

    boolean whole() {
        return epoch > 0 && heads.size() == HEADS && given.size() == GIVEN;
    }

    /// The key of one epoch for several members, as a form has it.
    ///
    /// @return none where the two lists do not go together
    public static List<Grant> of(int epoch, Sealed heads, List<UUID> members, List<Sealed> given) {
        return members.size() != given.size()
                ? List.of()
                : IntStream.range(0, members.size())
                        .mapToObj(at -> new Grant(members.get(at), epoch, heads, given.get(at)))
                        .toList();
    }

    /// The keys of several epochs for one member, as a form has it.
    ///
    /// @return none where the two lists do not go together
    public static List<Grant> of(UUID member, Sealed heads, List<Integer> epochs, List<Sealed> given) {
        return epochs.size() != given.size()
                ? List.of()
                : IntStream.range(0, epochs.size())
                        .mapToObj(at -> new Grant(member, epochs.get(at), heads, given.get(at)))
                        .toList();
    }
}
