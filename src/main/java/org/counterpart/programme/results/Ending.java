// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.results;

/// What became of the rule by which a programme stops early. Written into the database by name, so no name ever
/// changes.
public enum Ending {
    /// It was never met, and the programme ran as long as it was announced.
    NOT_MET,
    /// It was met, and the programme stopped.
    STOPPED,
    /// It was met, and the programme went on all the same.
    WENT_ON,
    /// The programme stopped early for another reason.
    STOPPED_OTHERWISE;

    public boolean early() {
        return this == STOPPED || this == STOPPED_OTHERWISE;
    }
}
