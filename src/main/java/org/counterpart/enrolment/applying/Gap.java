// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

/// Something that somebody lacks and would learn (R05).
///
/// @param what up to 200 characters
/// @param situation where they noticed it and what came of it, up to 1,000 characters
public record Gap(String what, String situation) {
    static final Gap NONE = new Gap("", "");

    boolean isBlank() {
        return what.isEmpty() && situation.isEmpty();
    }
}
