// SPDX-License-Identifier: Apache-2.0
package org.counterpart.duties;

import java.util.Arrays;
import java.util.Optional;
import org.counterpart.web.Duty;

/// Whom an owner proposes, as it was typed.
///
/// @param email of somebody on the roster, or of anybody else
/// @param name of somebody who is not on the roster; what stands here for others does not count
/// @param duty what for
/// @param programme id; empty for all programmes
/// @param reason why them
public record Proposal(String email, String name, String duty, String programme, String reason) {
    public static final Proposal EMPTY = new Proposal("", "", "", "", "");

    Optional<Duty> readDuty() {
        return Arrays.stream(Duty.values())
                .filter(each -> each.name().equals(duty))
                .findFirst();
    }
}
