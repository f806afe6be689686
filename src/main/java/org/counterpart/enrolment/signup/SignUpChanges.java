// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.signup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpart.enrolment.SignUp;
import org.counterpart.people.roster.Heading;

/// What a file would change among the sign-ups of a programme. Somebody whom it names without a role, though it has
/// a column for it, withdraws; answers that it has no column for stay.
public record SignUpChanges(List<SignUp> added, List<SignUp> changed, Set<String> withdrawn, int unchanged) {
    public static SignUpChanges between(Collection<SignUp> known, SignUpFile.Read read) {
        var added = new ArrayList<SignUp>();
        var changed = new ArrayList<SignUp>();
        int unchanged = 0;
        var before = known.stream().collect(Collectors.toMap(SignUp::personId, Function.identity()));
        for (var signUp : read.signUps()) {
            var old = before.get(signUp.personId());
            var now = old == null ? signUp : merged(old, signUp, read.columns());
            if (old == null) {
                added.add(now);
            } else if (old.equals(now)) {
                unchanged++;
            } else {
                changed.add(now);
            }
        }
        var withdrawn = new HashSet<String>();
        if (read.columns().contains(Heading.ROLE)) {
            withdrawn.addAll(before.keySet());
            withdrawn.retainAll(read.people().keySet());
            read.signUps().forEach(signUp -> withdrawn.remove(signUp.personId()));
        }
        return new SignUpChanges(List.copyOf(added), List.copyOf(changed), Set.copyOf(withdrawn), unchanged);
    }

    public List<SignUp> toSave() {
        var signUps = new ArrayList<>(added);
        signUps.addAll(changed);
        return signUps;
    }

    private static SignUp merged(SignUp before, SignUp read, Set<Heading> columns) {
        return new SignUp(
                read.personId(),
                read.role(),
                columns.contains(Heading.CAPACITY) ? read.capacity() : before.capacity(),
                columns.contains(Heading.OFFERS) ? read.offers() : before.offers(),
                columns.contains(Heading.WANTS) ? read.wants() : before.wants(),
                columns.contains(Heading.GOALS) ? read.goals() : before.goals(),
                columns.contains(Heading.AVAILABILITY) ? read.availability() : before.availability(),
                columns.contains(Heading.AVOID) ? read.avoid() : before.avoid(),
                columns.contains(Heading.PREFER) ? read.prefer() : before.prefer());
    }
}
