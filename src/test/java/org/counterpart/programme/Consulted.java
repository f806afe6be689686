// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.Reader;

/// Hears three people of an earlier programme, so that a call can open.
public final class Consulted {
    private static final Pattern PITFALL = Pattern.compile("/consultation/pitfalls/([\\w-]+)");

    private Consulted() {}

    public static void make(Reader owner, UUID programme) {
        var home = "/programmes/" + programme;
        for (var part : new String[] {"MENTOR", "MENTEE", "MENTEE"}) {
            owner.open(home + "/consultation");
            owner.press(
                    home + "/consultation/voices",
                    "knownAs",
                    "Somebody " + UUID.randomUUID(),
                    "part",
                    part,
                    "tookPartIn",
                    "Lisbon",
                    "pitfalls",
                    part.equals("MENTOR") ? "Leaders cancelled" : "",
                    "value",
                    "An open door");
        }
        var page = owner.open(home + "/consultation");
        PITFALL.matcher(page.text())
                .results()
                .forEach(found -> owner.press(
                        home + "/consultation/pitfalls/" + found.group(1), "answer", "RISK", "because", "We said so"));
        owner.open(home);
        owner.press(home + "/phase", "phase", "CONSULTED", "reason", "Three were heard");
    }
}
