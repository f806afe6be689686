// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// Says for each country of the roster how those who speak for the employees stand to the programme. As long as the
/// roster has nobody, no country is known, and nothing is done.
@Component
class CountryStage implements Stage {
    private static final int ORDER = 3;

    private final SettlingCountries settling;
    private final Phases phases;

    CountryStage(SettlingCountries settling, Phases phases) {
        this.settling = settling;
        this.phases = phases;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var lines = settling.of(programmeId);
        if (lines.isEmpty()) {
            return new Standing(
                    ORDER,
                    "country.roster",
                    settling.open(programmeId) ? State.OPEN : State.LATER,
                    List.of(),
                    "/import");
        }
        long missing = lines.stream().filter(SettlingCountries.Line::missing).count();
        long matters =
                lines.stream().filter(line -> line.country().needsStanding()).count();
        boolean before = phases.of(programmeId).beforeTheCall();
        return new Standing(
                ORDER,
                "country.stage",
                missing == 0 ? State.DONE : before || settling.open(programmeId) ? State.OPEN : State.LATER,
                List.of(missing, matters),
                "/countries");
    }
}
