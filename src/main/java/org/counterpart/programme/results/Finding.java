// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

/// What came of one criterion of success. That nothing came of it is as good an answer as any (R61). Written into the
/// database by name, so no name ever changes.
public enum Finding {
    REACHED,
    NOT_REACHED,
    NO_DIFFERENCE,
    /// For a reason that is told, such as that too few answered.
    CANNOT_BE_SAID
}
