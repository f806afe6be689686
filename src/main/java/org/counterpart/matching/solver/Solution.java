// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// The chosen edges in ascending order, what they reach, and why nothing better exists.
public record Solution(int[] edges, Objective objective, Proof proof) implements Answer {}
