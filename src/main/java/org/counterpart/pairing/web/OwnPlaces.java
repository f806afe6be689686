// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing.web;

import java.util.List;
import java.util.UUID;
import org.counterpart.enrolment.places.Draws;
import org.counterpart.enrolment.places.PlaceState;
import org.counterpart.enrolment.places.PlacesOfDraws;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.springframework.stereotype.Component;

/// What became of somebody's answers to calls, beside their pairs: who is in no pair reads here whether they were
/// drawn.
@Component
public class OwnPlaces {
    private final PlacesOfDraws places;
    private final Draws draws;
    private final Programmes programmes;

    OwnPlaces(PlacesOfDraws places, Draws draws, Programmes programmes) {
        this.places = places;
        this.draws = draws;
        this.programmes = programmes;
    }

    /// @param programme its name
    public record OwnPlace(UUID programmeId, String programme, PlaceState state) {}

    List<OwnPlace> of(String personId) {
        return places.ofPerson(personId).stream()
                .map(each -> new OwnPlace(
                        each.programmeId(),
                        programmes.find(each.programmeId()).map(Programme::name).orElseThrow(),
                        PlaceState.of(draws.find(each.programmeId()).orElse(null), each, true)))
                .toList();
    }
}
