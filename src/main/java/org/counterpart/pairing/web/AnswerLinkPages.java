// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing.web;

import java.util.Locale;
import org.counterpart.identity.Secret;
import org.counterpart.limits.Limit;
import org.counterpart.pairing.Answer;
import org.counterpart.pairing.AnsweringPairs;
import org.counterpart.pairing.Pairs;
import org.counterpart.people.People;
import org.counterpart.postgres.Acting;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answering from a mail, without signing in. Opening the link changes nothing; the buttons do.
@Controller
@Access(Audience.ANYONE)
public class AnswerLinkPages {
    private final Pairs pairs;
    private final AnsweringPairs answering;
    private final People people;
    private final MessageSource messages;

    AnswerLinkPages(Pairs pairs, AnsweringPairs answering, People people, MessageSource messages) {
        this.pairs = pairs;
        this.answering = answering;
        this.people = people;
        this.messages = messages;
    }

    public record AnswerPage(PairView view, String token) {}

    @GetMapping("/answers/{token}")
    String show(@PathVariable String token, Model model) {
        var asked = behind(token);
        var view = Acting.person(null, asked.personId())
                .call(() -> PairView.of(asked.pair(), asked.personId(), people, new Texts(messages, Locale.ENGLISH)));
        model.addAttribute("page", new AnswerPage(view, token));
        return "pairing/answer";
    }

    @PostMapping("/answers/{token}")
    @Limit(times = 300, minutes = 10, each = 2)
    String answer(@PathVariable String token, @RequestParam Answer answer) {
        var asked = behind(token);
        answering.answer(asked.pair().id(), asked.personId(), answer);
        return "redirect:/answers/" + token;
    }

    private Pairs.Asked behind(String token) {
        return Acting.system(() -> pairs.behind(new Secret(token)))
                .orElseThrow(() -> new NotFound(AccessRefused.Why.LINK_NOT_GOOD));
    }
}
