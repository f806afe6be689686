// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

/// What makes pairs stable, so that it can be checked: the role of everyone who may be either, by position, and what
/// each candidate gives to either side, by edge. `best` are the pairs that would be chosen for the worst-off pair and
/// the total instead.
public record Stable(boolean[] mentors, int[] toMentor, int[] toMentee, Certified best) {}
