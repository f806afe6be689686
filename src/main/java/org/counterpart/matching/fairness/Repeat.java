// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

/// How far the same people are asked again (R106).
///
/// @param paired people in a new pair now; those whose earlier pair goes on are not among them
/// @param before those of them who were in a pair before
public record Repeat(int paired, int before) {
    /// Whether so few people are meant, or all but so few, that the number would name them.
    public boolean tooSmall() {
        return before < FairnessAudit.SMALLEST || paired - before < FairnessAudit.SMALLEST;
    }
}
