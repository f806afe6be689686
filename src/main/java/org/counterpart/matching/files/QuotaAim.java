// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Edges;
import org.counterpart.matching.solver.Quota;

/// A quota as a result names it. [Counting#ACROSS] asks that at least `least` per cent of all pairs join two people of
/// different groups; the others that at least `least` places of pairs are taken by people of group 0, in either role or
/// in one.
///
/// @param name what the certificate calls it
/// @param group of each person, from 0; −1 where it is unknown or does not count
public record QuotaAim(String name, Counting counting, int[] group, int least, boolean required) {
    /// What a pair counts for a quota.
    public enum Counting {
        ACROSS,
        PEOPLE,
        MENTORS,
        MENTEES
    }

    /// Whether a pair is of the kind that is asked for, or how many of its people are.
    int counted(int mentor, int mentee) {
        return switch (counting) {
            case ACROSS -> group[mentor] >= 0 && group[mentee] >= 0 && group[mentor] != group[mentee] ? 1 : 0;
            case PEOPLE -> (group[mentor] == 0 ? 1 : 0) + (group[mentee] == 0 ? 1 : 0);
            case MENTORS -> group[mentor] == 0 ? 1 : 0;
            case MENTEES -> group[mentee] == 0 ? 1 : 0;
        };
    }

    /// How many pairs or places of some edges count.
    public long counted(Edges edges, int[] some) {
        long sum = 0;
        for (int edge : some) {
            sum += counted(edges.mentor(edge), edges.mentee(edge));
        }
        return sum;
    }

    /// A share of a hundredths counts 100 − a for a pair that belongs to it and −a for any other, and needs 0.
    Quota of(Edges edges) {
        boolean share = counting == Counting.ACROSS;
        var counts = new int[edges.size()];
        for (int mentor = 0; mentor < edges.people(); mentor++) {
            for (int edge = edges.from(mentor); edge < edges.from(mentor + 1); edge++) {
                int counted = counted(mentor, edges.mentee(edge));
                counts[edge] = share ? 100 * counted - least : counted;
            }
        }
        return new Quota(Amounts.of(counts), share ? 0 : least, required);
    }
}
