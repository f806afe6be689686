// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import org.jspecify.annotations.Nullable;

/// Something that somebody could teach (R08). Never filled in for them, and not only about technology.
///
/// @param kind how it is theirs; null as long as they did not choose
/// @param what in a few words, up to 120 characters
/// @param evidence by what somebody would notice, up to 1,000 characters
public record Strength(@Nullable Kind kind, String what, String evidence) {
    static final Strength NONE = new Strength(null, "", "");

    /// Written into the database by name, so no name ever changes.
    public enum Kind {
        KNOW,
        LIVED,
        CAN_SHOW,
        CAN_FIND_OUT
    }

    boolean isBlank() {
        return kind == null && what.isEmpty() && evidence.isEmpty();
    }
}
