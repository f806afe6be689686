// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing.web;

import java.util.List;
import java.util.UUID;
import org.counterpart.pairing.Pair.Outcome;
import org.counterpart.pairing.Pairs;
import org.counterpart.pairing.Pairs.Overview;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pairs of a programme as its owner sees them: how each stands, never who said what.
@Controller
@Access(Audience.OWNER)
public class ProgrammePairsPages {
    private final Programmes programmes;
    private final Pairs pairs;
    private final People people;

    ProgrammePairsPages(Programmes programmes, Pairs pairs, People people) {
        this.programmes = programmes;
        this.pairs = pairs;
        this.people = people;
    }

    public record PairsPage(Programme programme, List<Row> rows) {
        public long count(Outcome outcome) {
            return rows.stream()
                    .filter(row -> row.overview().outcome() == outcome)
                    .count();
        }
    }

    public record Row(String mentor, String mentee, Overview overview) {}

    @GetMapping("/programmes/{id}/pairs")
    String show(@PathVariable UUID id, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var everyone = people.all();
        var rows = pairs.overview(id).stream()
                .map(each -> new Row(name(everyone, each.mentorId()), name(everyone, each.menteeId()), each))
                .toList();
        model.addAttribute("page", new PairsPage(programme, rows));
        return "pairing/index";
    }

    private static String name(java.util.Map<String, org.counterpart.people.Person> people, String id) {
        return people.get(id) instanceof org.counterpart.people.Person person ? person.name() : id;
    }
}
