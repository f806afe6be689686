// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.util.ArrayList;
import java.util.List;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.Told;
import org.counterpart.matching.files.Told.Unmatched;
import org.counterpart.web.Words;

/// What can be said of pairs known by number only.
final class EdgesTold {
    private EdgesTold() {}

    static Told of(Certified certified, Words words) {
        var instance = certified.instance();
        var mentors = new boolean[instance.people()];
        var mentees = new boolean[instance.people()];
        for (int person = 0; person < instance.people(); person++) {
            mentors[person] = instance.edges().from(person) < instance.edges().from(person + 1);
        }
        for (int edge = 0; edge < instance.edges().size(); edge++) {
            mentees[instance.edges().mentee(edge)] = true;
        }
        var paired = new boolean[instance.people()];
        for (int edge : certified.edges()) {
            paired[instance.edges().mentor(edge)] = true;
            paired[instance.edges().mentee(edge)] = true;
        }
        var unmatched = new ArrayList<Unmatched>();
        int eithers = 0;
        for (int person = 0; person < instance.people(); person++) {
            eithers += mentors[person] && mentees[person] ? 1 : 0;
            if (!paired[person]) {
                unmatched.add(new Unmatched(
                        person,
                        mentors[person] ? mentees[person] ? "either" : "mentor" : "mentee",
                        words.say("cli.edges.left-out")));
            }
        }
        var summary = eithers == 0 ? List.<String>of() : List.of(words.say("cli.edges.either", eithers));
        return new Told(
                person -> instance.ids()[person],
                _ -> words.say("cli.edges.why"),
                _ -> new long[2],
                unmatched,
                summary,
                List.of(),
                false,
                words);
    }
}
