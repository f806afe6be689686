// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One applicant's place as a leaf of the tree. The salt keeps others from finding out whose leaf it is by trying.
///
/// @param salt 64 hexadecimal digits
record Leaf(String salt, byte[] hash) {
    static Leaf of(Place place, Lots salts) {
        return of(place, HexFormat.of().formatHex(salts.lot("salt", place.applicant())));
    }

    static Leaf of(Place place, String salt) {
        return new Leaf(salt, Tree.leaf(Hashing.fields(texts(place, salt))));
    }

    private static List<String> texts(Place place, String salt) {
        var applicant = place.applicant();
        var group = place.group();
        var texts = new ArrayList<>(List.of(
                salt,
                applicant.id(),
                applicant.side().text(),
                applicant.word(),
                Integer.toString(applicant.stratum().size())));
        texts.addAll(applicant.stratum());
        texts.addAll(List.of(
                place.pool().text(),
                Integer.toString(group.applicants()),
                Integer.toString(group.seats().start()),
                Integer.toString(group.seats().reserve()),
                group.startsTo() == null ? "" : group.startsTo(),
                group.reserveTo() == null ? "" : group.reserveTo(),
                place.ticket(),
                place.outcome().text(),
                Integer.toString(place.turn())));
        return texts;
    }
}
