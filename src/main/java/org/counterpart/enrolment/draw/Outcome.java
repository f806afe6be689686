// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.Locale;

/// The three lists of a draw (R65).
public enum Outcome {
    /// Has one of the places.
    START_NOW,
    /// Takes the place of somebody who leaves, in the order of the list.
    RESERVE,
    /// The next wave. Nobody is ever taken from it, so that it stays a fair comparison.
    COMPARISON;

    /// As files name it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
