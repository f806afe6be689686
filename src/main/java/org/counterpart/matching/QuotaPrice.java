// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import org.counterpart.matching.solver.Objective;

/// How far a quota was kept in an answer and what it cost.
///
/// @param counted pairs that are of its kind, or places taken
/// @param of all pairs where the quota is a share of them, what it asks for otherwise
/// @param met whether it was reached in full
/// @param without what the best answer without this quota reaches
public record QuotaPrice(Quota quota, long counted, long of, boolean met, Objective without) {}
