// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.signup;

import java.util.List;
import org.counterpart.people.Person;
import org.counterpart.people.roster.Fault;
import org.counterpart.people.roster.RosterChanges;

/// What an import would do. With any fault it does nothing at all.
public sealed interface DryRun {
    String fileName();

    /// @param takingPart of those, how many would be told of a pair but have no address
    record Ready(
            String fileName,
            RosterChanges roster,
            SignUpChanges signUps,
            List<Person> withoutAddress,
            List<String> warnings)
            implements DryRun {
        public boolean changesNothing() {
            return roster.toSave().isEmpty()
                    && signUps.toSave().isEmpty()
                    && signUps.withdrawn().isEmpty();
        }
    }

    record Refused(String fileName, List<Fault> faults) implements DryRun {}
}
