// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.places.Listed;
import org.counterpart.enrolment.places.PlacesOfDraws;
import org.counterpart.matching.fairness.Attribute;
import org.counterpart.matching.fairness.Section;
import org.counterpart.matching.fairness.SelectionAudit;
import org.counterpart.matching.fairness.SelectionAudit.Applied;
import org.counterpart.matching.fairness.SelectionWords;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Whether a draw let groups of people start alike, by the outcome as it was drawn and by the facts of today.
@Controller
@Access(Audience.OWNER)
public class SelectionPages {
    private final Programmes programmes;
    private final PlacesOfDraws places;
    private final People people;
    private final MessageSource messages;

    SelectionPages(Programmes programmes, PlacesOfDraws places, People people, MessageSource messages) {
        this.programmes = programmes;
        this.places = places;
        this.people = people;
        this.messages = messages;
    }

    /// @param sections none where nothing was drawn
    public record SelectionPage(Programme programme, List<String> limits, List<Section> sections) {
        public String draw() {
            return "/programmes/" + programme.id() + "/draw";
        }
    }

    @GetMapping("/programmes/{id}/draw/fairness")
    String show(@PathVariable UUID id, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var known = people.all();
        var audit = SelectionAudit.of(places.of(id).stream()
                .filter(each -> each.outcome() != null)
                .map(each -> applied(each, known))
                .toList());
        var words = new SelectionWords(new Texts(messages, Locale.ENGLISH));
        model.addAttribute("page", new SelectionPage(programme, words.limits(audit), words.say(audit)));
        return "matching/selection";
    }

    private static Applied applied(Listed listed, Map<String, Person> known) {
        var groups = new EnumMap<Attribute, String>(Attribute.class);
        if (known.get(listed.personId()) instanceof Person person) {
            put(groups, Attribute.DEPARTMENT, person.department());
            put(groups, Attribute.LEVEL, person.level());
            put(groups, Attribute.SITE, person.site());
            put(groups, Attribute.CONTRACT, person.contract());
        }
        return new Applied(listed.role(), groups, listed.outcome() == Outcome.START_NOW);
    }

    private static void put(Map<Attribute, String> groups, Attribute attribute, @Nullable Object fact) {
        if (fact != null) {
            groups.put(attribute, fact.toString());
        }
    }
}
