// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Shows one applicant that their place was drawn as published, without anybody else's. It leaves to whoever repeats
/// the whole draw that the highest tickets of the group are right.
///
/// @param salt of their leaf
/// @param leaf where it stands in the tree, from 0
/// @param path what it is hashed with up to the root
public record Proof(Notice notice, Place place, String salt, int leaf, List<String> path) {
    /// What does not hold.
    public enum Flaw {
        /// The seed is not the one that was committed to.
        SEED,
        /// The ticket is not what seed, list, witness, id and word give.
        TICKET,
        /// The ticket belongs on another list of its group.
        LIST,
        /// The place is not among those that were published.
        ROOT
    }

    /// The first thing that does not hold, if any. Whether the notice is the one that was published is for its reader.
    public Optional<Flaw> flaw() {
        if (!notice.secret().commitment().equals(notice.commitment())) {
            return Optional.of(Flaw.SEED);
        }
        var lots = new Lots(ClosedList.key(notice.secret(), notice.listDigest()));
        if (!HexFormat.of().formatHex(lots.lot("ticket", place.applicant())).equals(place.ticket())) {
            return Optional.of(Flaw.TICKET);
        }
        if (place.group().outcome(place.ticket()) != place.outcome()) {
            return Optional.of(Flaw.LIST);
        }
        return climbs() ? Optional.empty() : Optional.of(Flaw.ROOT);
    }

    private boolean climbs() {
        try {
            return Tree.climbed(Leaf.of(place, salt).hash(), leaf, notice.applicants(), path)
                    .equals(notice.root());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
