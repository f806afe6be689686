// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// One part of what could be: `mentors` and `mentees` are people who may be either and whose role is assumed, `made`
/// edges are assumed to be pairs and `unmade` ones not to be. The surcharge of a made edge may be negative, since it
/// is paid whatever happens; unmade edges need not be covered. `impossible` says that the bound is on the number of
/// pairs and shows that the case cannot serve enough people; otherwise it is on what its stage is about.
public record Case(int[] mentors, int[] mentees, int[] made, int[] unmade, boolean impossible, Bound bound) {
    public Case(int[] mentors, int[] mentees, boolean impossible, Bound bound) {
        this(mentors, mentees, new int[0], new int[0], impossible, bound);
    }
}
