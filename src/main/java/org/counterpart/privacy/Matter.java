// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

/// What somebody agrees to or withdraws from, each by a switch of its own that touches no other one and no career
/// (L10).
public enum Matter {
    /// Being matched and asked about pairs.
    PROGRAMME,
    /// What is kept being used, without names, to find out whether the programme works.
    RESEARCH,
    /// Being asked in surveys.
    SURVEYS;

    /// Version of the words that are agreed to now, `privacy.consent.<MATTER>.<version>` of the texts. Other words get
    /// another version, and older ones stay, since somebody agreed to them.
    public int wording() {
        return 1;
    }
}
