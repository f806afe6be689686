// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.signup;

import java.util.List;
import org.counterpart.people.Person;
import org.counterpart.people.roster.Fault;
import org.counterpart.people.roster.RosterChanges;
import org.counterpart.web.Saying;

/// What an import would do. With any fault it does nothing at all.
public sealed interface DryRun {
    String fileName();

    /// @param withoutAddress people who take part and cannot be told of a pair
    record Ready(
            String fileName,
            RosterChanges roster,
            SignUpChanges signUps,
            List<Person> withoutAddress,
            List<Saying> warnings)
            implements DryRun {
        public boolean changesNothing() {
            return roster.toSave().isEmpty()
                    && signUps.toSave().isEmpty()
                    && signUps.withdrawn().isEmpty();
        }
    }

    /// @param sound what the lines without a fault would do, were they alone
    /// @param lines how many lines have a fault
    record Refused(String fileName, List<Fault> faults, RosterChanges sound, int lines) implements DryRun {}
}
