// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The places of a programme were drawn. Heard within the same transaction.
///
/// @param places of everyone on the list, those included who left before the draw
/// @param nextWaveOn when the next wave starts; null where no date was settled
public record PlacesDrawn(
        UUID programmeId, List<Listed> places, @Nullable LocalDate nextWaveOn, Instant at) {
    public PlacesDrawn {
        places = List.copyOf(places);
    }
}
