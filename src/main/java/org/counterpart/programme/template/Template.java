// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.template;

import java.util.List;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.Places;
import org.counterpart.programme.criteria.Stratum;
import org.jspecify.annotations.Nullable;

/// Criteria without a date, to begin a programme with. What it says nothing of is empty or null.
///
/// @param name 1 to 120 characters
/// @param weeks for how long pairs meet, 1 to 156; 0 where it does not say
public record Template(
        String name,
        String aim,
        String whoMayApply,
        String success,
        String stopping,
        int weeks,
        @Nullable Places mentors,
        @Nullable Places mentees,
        List<Stratum> strata) {
    public Template {
        strata = List.copyOf(strata);
    }

    /// A programme's criteria, for the next programme to begin with.
    public static Template of(String name, Criteria criteria) {
        return new Template(
                name,
                criteria.aim(),
                criteria.whoMayApply(),
                criteria.success(),
                criteria.stopping(),
                criteria.weeks(),
                criteria.mentors(),
                criteria.mentees(),
                criteria.strata());
    }

    /// The criteria with this wherever they are empty; the weeks that an empty draft begins with count as empty.
    public Criteria fill(Criteria criteria) {
        return new Criteria(
                criteria.aim().isEmpty() ? aim : criteria.aim(),
                criteria.whoMayApply().isEmpty() ? whoMayApply : criteria.whoMayApply(),
                criteria.success().isEmpty() ? success : criteria.success(),
                criteria.stopping().isEmpty() ? stopping : criteria.stopping(),
                criteria.mentors() == null ? mentors : criteria.mentors(),
                criteria.mentees() == null ? mentees : criteria.mentees(),
                criteria.strata().isEmpty() ? strata : criteria.strata(),
                criteria.closesAt(),
                criteria.zone(),
                criteria.startsOn(),
                weeks > 0 && criteria.weeks() == Criteria.NONE.weeks() ? weeks : criteria.weeks(),
                criteria.nextWaveOn());
    }
}
