// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.programme.Gate;
import org.counterpart.programme.Phase;
import org.counterpart.web.Saying;
import org.springframework.stereotype.Component;

/// No call opens before it is said, for every country of the roster where it matters, how those who speak for the
/// employees stand to it (L6).
@Component
class CountryGate implements Gate {
    private final SettlingCountries settling;

    CountryGate(SettlingCountries settling) {
        this.settling = settling;
    }

    @Override
    public List<Saying> missing(UUID programmeId, Phase phase) {
        return phase == Phase.OPEN
                ? settling.of(programmeId).stream()
                        .filter(SettlingCountries.Line::missing)
                        .map(line -> Saying.of("country.missing", line.country().name(Locale.ENGLISH)))
                        .toList()
                : List.of();
    }
}
