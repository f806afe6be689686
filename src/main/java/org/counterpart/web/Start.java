// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Sends everyone to where their work is.
@Controller
@Access(Audience.ANYONE)
class Start {
    @GetMapping("/")
    String show(@AuthenticationPrincipal @Nullable SignedIn who) {
        if (who == null) {
            return "redirect:/sign-in";
        }
        if (who.owner()) {
            return "redirect:/programmes";
        }
        return who.personId() == null ? "redirect:/duties" : "redirect:/pairs";
    }
}
