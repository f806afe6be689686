// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

/// What a person's export and erasure do with one column.
public sealed interface Rule {
    /// A column that says nothing about anybody.
    record Impersonal() implements Rule {}

    /// @param exported whether the person gets it, in full or as far as it is theirs
    record Personal(boolean exported, Fate fate) implements Rule {}

    /// What becomes of a personal column when the person is erased.
    enum Fate {
        /// The row goes.
        DELETED,
        /// The row stays without it.
        EMPTIED,
        /// It follows the person's id, which becomes a random one.
        RENAMED,
        /// It stays, since without the person's id it is about nobody.
        STAYS
    }
}
