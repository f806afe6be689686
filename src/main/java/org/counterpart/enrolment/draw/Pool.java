// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.Locale;

/// Who competes for the same places: everyone, or each role for its own.
public enum Pool {
    EVERYONE,
    MENTOR,
    MENTEE;

    /// As files name it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
