// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUps;
import org.counterpart.matching.web.MatchingView.Who;
import org.counterpart.people.People;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks why any two people are not paired, and what it would cost if they were; [WhatIfPages] answers.
@Controller
@Access(Audience.OWNER)
public class QuestionPages {
    private final Programmes programmes;
    private final SignUps signUps;
    private final People people;
    private final MessageSource messages;

    QuestionPages(Programmes programmes, SignUps signUps, People people, MessageSource messages) {
        this.programmes = programmes;
        this.signUps = signUps;
        this.people = people;
        this.messages = messages;
    }

    /// @param person whom the question is about, on either side; empty for anybody
    public record QuestionPage(Programme programme, List<Who> mentors, List<Who> mentees, String person) {
        public String matching() {
            return "/programmes/" + programme.id() + "/matching";
        }
    }

    @GetMapping("/programmes/{id}/matching/question")
    String ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String person, Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var view = new MatchingView(new Texts(messages, Locale.ENGLISH), people.all());
        var enrolled = signUps.takingPart(id);
        model.addAttribute(
                "page",
                new QuestionPage(
                        programme,
                        view.those(enrolled, Role::mayMentor),
                        view.those(enrolled, Role::mayBeMentored),
                        person));
        return "matching/question";
    }
}
