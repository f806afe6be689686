// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.counterpart.enrolment.applying.OpenCalls;
import org.counterpart.enrolment.applying.OpenCalls.OpenCall;
import org.counterpart.pairing.Answer;
import org.counterpart.pairing.AnsweringPairs;
import org.counterpart.pairing.EndingPairs;
import org.counterpart.pairing.Pairs;
import org.counterpart.pairing.PausingPairs;
import org.counterpart.people.People;
import org.counterpart.web.Access;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Audience;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Somebody's own pairs, and their answers.
@Controller
@Access(Audience.SIGNED_IN)
public class MyPairsPages {
    private final Pairs pairs;
    private final AnsweringPairs answering;
    private final PausingPairs pausing;
    private final EndingPairs ending;
    private final Notice notice;
    private final People people;
    private final MessageSource messages;
    private final OwnPlaces places;
    private final OpenCalls calls;

    MyPairsPages(
            Pairs pairs,
            AnsweringPairs answering,
            PausingPairs pausing,
            EndingPairs ending,
            Notice notice,
            People people,
            MessageSource messages,
            OwnPlaces places,
            OpenCalls calls) {
        this.places = places;
        this.pairs = pairs;
        this.answering = answering;
        this.pausing = pausing;
        this.ending = ending;
        this.notice = notice;
        this.people = people;
        this.messages = messages;
        this.calls = calls;
    }

    /// @param places of whoever reads it, in draws
    /// @param calls that they can apply to
    /// @param days until which a pair can rest
    /// @param typed what stands in the form of one pair
    public record MyPairsPage(
            List<OwnPlaces.OwnPlace> places,
            List<PairView> pairs,
            List<OpenCall> calls,
            PausingPairs.WrongDay days,
            @Nullable TypedDay typed) {
        public String until(PairView view) {
            return typed != null && typing(view) ? typed.until() : "";
        }

        public boolean typing(PairView view) {
            return typed != null && typed.pair().equals(view.pair().id());
        }
    }

    /// A day as it was typed, which is wrong.
    public record TypedDay(UUID pair, String until) {}

    @GetMapping("/pairs")
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        return page(who, null, model);
    }

    private String page(SignedIn who, @Nullable TypedDay typed, Model model) {
        var texts = new Texts(messages, Locale.ENGLISH);
        var id = who.personId();
        model.addAttribute(
                "page",
                new MyPairsPage(
                        id == null ? List.of() : places.of(id),
                        id == null
                                ? List.of()
                                : pairs.ofPerson(id).stream()
                                        .map(pair -> PairView.of(pair, id, people, texts))
                                        .toList(),
                        id == null ? List.of() : calls.of(id),
                        pausing.days(),
                        typed));
        return "pairing/mine";
    }

    @PostMapping("/pairs/{pair}/answer")
    String answer(@PathVariable UUID pair, @RequestParam Answer answer, @AuthenticationPrincipal SignedIn who) {
        if (answering.answer(pair, personOf(who), answer).isEmpty()) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        return "redirect:/pairs";
    }

    @PostMapping("/pairs/{pair}/pause")
    String pause(
            @PathVariable UUID pair,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (pausing.pause(pair, personOf(who), until)) {
            case PausingPairs.NotTheirs _ -> throw new NotFound(AccessRefused.Why.NOT_THEIRS);
            case PausingPairs.WrongDay _ -> {
                response.setStatus(422);
                yield page(who, new TypedDay(pair, until), model);
            }
            case PausingPairs.Done _ -> {
                notice.show(flash, "pairing.paused");
                yield "redirect:/pairs";
            }
        };
    }

    @PostMapping("/pairs/{pair}/resumption")
    String resume(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who, RedirectAttributes flash) {
        if (pausing.resume(pair, personOf(who)) instanceof PausingPairs.NotTheirs) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        notice.show(flash, "pairing.resumed");
        return "redirect:/pairs";
    }

    @PostMapping("/pairs/{pair}/departure")
    String leave(@PathVariable UUID pair, @AuthenticationPrincipal SignedIn who, RedirectAttributes flash) {
        if (ending.leave(pair, personOf(who)).isEmpty()) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        notice.show(flash, "pairing.left");
        return "redirect:/pairs";
    }

    private static String personOf(SignedIn who) {
        var id = who.personId();
        if (id == null) {
            throw new NotFound(AccessRefused.Why.NOT_THEIRS);
        }
        return id;
    }
}
