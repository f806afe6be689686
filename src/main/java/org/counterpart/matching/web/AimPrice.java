// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.ArrayList;
import org.counterpart.matching.MatchRun;
import org.counterpart.web.Words;

/// What another aim would have given and taken, in words: beside the run that is shown.
final class AimPrice {
    private AimPrice() {}

    static String in(Words words, MatchRun.Figures is, MatchRun.Alternative instead) {
        var would = instead.figures();
        var parts = new ArrayList<String>();
        add(parts, words, "matching.aims.pairs", would.pairs() - is.pairs());
        add(parts, words, "matching.aims.worst", would.worst() - is.worst());
        add(parts, words, "matching.aims.total", would.total() - is.total());
        return words.say(
                "matching.aims.instead",
                words.say("matching.aim." + instead.aim()),
                parts.isEmpty() ? words.say("matching.aims.same") : String.join(", ", parts));
    }

    private static void add(ArrayList<String> parts, Words words, String key, long difference) {
        if (difference != 0) {
            parts.add(words.say(key + (difference > 0 ? ".more" : ".fewer"), Math.abs(difference)));
        }
    }
}
