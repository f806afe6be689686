// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Stage;
import org.springframework.stereotype.Component;

/// Says for each country of the roster how those who speak for the employees stand to the programme.
@Component
class CountryStage implements Stage {
    private final SettlingCountries settling;
    private final Phases phases;

    CountryStage(SettlingCountries settling, Phases phases) {
        this.settling = settling;
        this.phases = phases;
    }

    @Override
    public Standing standing(UUID programmeId) {
        var lines = settling.of(programmeId);
        long missing = lines.stream().filter(SettlingCountries.Line::missing).count();
        long matters =
                lines.stream().filter(line -> line.country().needsStanding()).count();
        boolean before = phases.of(programmeId).beforeTheCall();
        return new Standing(
                3,
                "country.stage",
                missing == 0 ? State.DONE : before || settling.open(programmeId) ? State.OPEN : State.LATER,
                List.of(missing, matters),
                "/countries");
    }
}
