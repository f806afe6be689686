// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.counterpart.demonstration.Demonstration;
import org.counterpart.identity.Sessions;
import org.counterpart.identity.SignedInBy;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The open door of a demonstration. A real installation has none.
@Controller
@Access(Audience.ANYONE)
public class EntryPages {
    private final Demonstration demonstration;
    private final Sessions sessions;

    EntryPages(Demonstration demonstration, Sessions sessions) {
        this.demonstration = demonstration;
        this.sessions = sessions;
    }

    @PostMapping("/demonstration/entry")
    String enter(@RequestParam String as, HttpServletRequest request) {
        for (var door : Demonstration.As.values()) {
            if (door.name().toLowerCase(Locale.ROOT).equals(as)) {
                sessions.begin(request, demonstration.accountOf(door), SignedInBy.OPEN_DOOR);
                return "redirect:/";
            }
        }
        throw new NotFound();
    }
}
