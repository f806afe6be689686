// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// One way of assigning some of the people who may be either: `mentors` and `mentees` are those whose role is
/// assumed. `impossible` says that the bound is on the number of pairs and shows that the case cannot serve enough
/// people; otherwise it is on what its stage is about.
public record Case(int[] mentors, int[] mentees, boolean impossible, Bound bound) {}
