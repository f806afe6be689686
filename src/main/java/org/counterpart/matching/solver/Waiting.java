// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts of a question that wait to be looked at, one role after the other settled. Questions about people who may be
/// either have no bound on how many parts they fall into, so only so many are looked at, fewer the more edges there
/// are. What then is left is closed by the bound of the part that it came from, and the answer is proved up to a
/// margin.
final class Waiting {
    private static final int MOST_PARTS = 2_000;
    private static final int FEWEST_PARTS = 1;
    private static final long MOST_EDGES = 6_000_000;

    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private int left;

    /// @param known a bound on what the part is about; none for the whole question
    record Part(Roles roles, @Nullable Bound known) {}

    /// @param edges of the whole question
    Waiting(Roles whole, int edges) {
        left = (int) Math.clamp(MOST_EDGES / Math.max(1, edges), FEWEST_PARTS, MOST_PARTS);
        parts.push(new Part(whole, null));
    }

    boolean isEmpty() {
        return parts.isEmpty() || left == 0;
    }

    Roles next() {
        left--;
        return parts.pop().roles;
    }

    /// Splits a part by the role of whoever is most torn, the likelier role first.
    ///
    /// @param known a bound that the part has
    void split(Roles roles, Usage usage, Bound known) {
        int torn = roles.mostTorn(usage);
        boolean mentorFirst = usage.asMentor(torn) >= usage.asMentee(torn);
        parts.push(new Part(mentorFirst ? roles.withMentee(torn) : roles.withMentor(torn), known));
        parts.push(new Part(mentorFirst ? roles.withMentor(torn) : roles.withMentee(torn), known));
    }

    /// What was not looked at, closed by what is known of it.
    List<Case> rest() {
        var rest = new ArrayList<Case>();
        for (var part : parts) {
            if (part.known == null) {
                throw new IllegalStateException("Nothing was looked at. Maybe no part may be.");
            }
            rest.add(part.roles.closed(false, part.known));
        }
        return rest;
    }
}
