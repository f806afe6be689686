// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

/// What was reached: the number of pairs, the smallest benefit among them (0 where there is none) and the sum of
/// all.
public record Objective(int pairs, long worst, long total) {}
