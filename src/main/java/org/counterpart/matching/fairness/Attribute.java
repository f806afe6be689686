// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

/// What people are grouped by. These are all that there are: no age, gender or other protected fact is in the
/// system (R86, L1), so none can be audited here.
public enum Attribute {
    DEPARTMENT,
    LEVEL,
    SITE,
    CONTRACT,
    /// Whether somebody was in a pair before (R106): whether the same people are asked every time. People whose
    /// earlier pair simply goes on are not judged by it.
    BEFORE
}
