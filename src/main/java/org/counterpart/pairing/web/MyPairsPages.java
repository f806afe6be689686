// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.pairing.Answer;
import org.counterpart.pairing.AnsweringPairs;
import org.counterpart.pairing.Pairs;
import org.counterpart.people.People;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Somebody's own pairs, and their answers.
@Controller
@Access(Audience.SIGNED_IN)
public class MyPairsPages {
    private final Pairs pairs;
    private final AnsweringPairs answering;
    private final People people;
    private final MessageSource messages;

    MyPairsPages(Pairs pairs, AnsweringPairs answering, People people, MessageSource messages) {
        this.pairs = pairs;
        this.answering = answering;
        this.people = people;
        this.messages = messages;
    }

    public record MyPairsPage(List<PairView> pairs) {}

    @GetMapping("/pairs")
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        var texts = new Texts(messages, Locale.ENGLISH);
        var id = who.personId();
        model.addAttribute(
                "page",
                new MyPairsPage(
                        id == null
                                ? List.of()
                                : pairs.ofPerson(id).stream()
                                        .map(pair -> PairView.of(pair, id, people, texts))
                                        .toList()));
        return "pairing/mine";
    }

    @PostMapping("/pairs/{pair}/answer")
    String answer(@PathVariable UUID pair, @RequestParam Answer answer, @AuthenticationPrincipal SignedIn who) {
        var id = who.personId();
        if (id == null || answering.answer(pair, id, answer).isEmpty()) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        return "redirect:/pairs";
    }
}
