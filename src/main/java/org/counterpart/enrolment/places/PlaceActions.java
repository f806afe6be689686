// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.util.Optional;
import java.util.UUID;
import org.counterpart.programme.CallAction;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.stereotype.Component;

/// Leads from the page of a call to one's own place, once one is on the list.
@Component
class PlaceActions implements CallAction {
    private static final int ORDER = 30;

    private final PlacesOfDraws places;

    PlaceActions(PlacesOfDraws places) {
        this.places = places;
    }

    @Override
    public Optional<Link> of(UUID programmeId, SignedIn who) {
        var person = who.personId();
        return person == null
                ? Optional.empty()
                : places.of(programmeId, person)
                        .map(_ -> new Link(
                                ORDER,
                                Saying.of("enrolment.place.action"),
                                Saying.of("enrolment.place.action.about"),
                                "/place"));
    }
}
