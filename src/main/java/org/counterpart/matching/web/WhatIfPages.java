// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpart.matching.Aim;
import org.counterpart.matching.MatchSettings;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.PairWish;
import org.counterpart.matching.WhatIf;
import org.counterpart.matching.WhatIf.Barred;
import org.counterpart.matching.WhatIf.Compared;
import org.counterpart.matching.web.MatchingView.Who;
import org.counterpart.people.People;
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
import org.springframework.web.bind.annotation.RequestParam;

/// What it would cost to lock or forbid a pair, shown before the owner decides it.
@Controller
@Access(Audience.OWNER)
public class WhatIfPages {
    private final Programmes programmes;
    private final People people;
    private final WhatIf whatIf;
    private final MatchSettings settings;
    private final MessageSource messages;

    WhatIfPages(Programmes programmes, People people, WhatIf whatIf, MatchSettings settings, MessageSource messages) {
        this.programmes = programmes;
        this.people = people;
        this.whatIf = whatIf;
        this.settings = settings;
        this.messages = messages;
    }

    /// @param compared null where the pair cannot be made; then `obstacles` say why
    /// @param stable whether the rules ask for stable pairs, while the figures are about the best ones
    public record WhatIfPage(
            Programme programme,
            PairWish.Kind kind,
            Who mentor,
            Who mentee,
            @Nullable Compared compared,
            List<String> cost,
            List<String> obstacles,
            List<Two> ending,
            List<Two> beginning,
            List<Who> leftOut,
            List<Who> served,
            boolean stable) {
        public Compared figures() {
            return java.util.Objects.requireNonNull(compared);
        }

        public String matching() {
            return "/programmes/" + programme.id() + "/matching";
        }
    }

    public record Two(Who mentor, Who mentee) {}

    @GetMapping("/programmes/{id}/matching/what-if")
    String show(
            @PathVariable UUID id,
            @RequestParam String mentor,
            @RequestParam String mentee,
            @RequestParam PairWish.Kind kind,
            Model model) {
        var programme = programmes.find(id).orElseThrow(NotFound::new);
        var texts = new Texts(messages, Locale.ENGLISH);
        var pair = new PairKey(mentor, mentee);
        var answer = whatIf.of(id, pair, kind);
        var named = people.of(named(pair, answer));
        if (!named.containsKey(mentor) || !named.containsKey(mentee)) {
            throw new NotFound();
        }
        var view = new MatchingView(texts, named);
        model.addAttribute(
                "page",
                answer instanceof Compared compared
                        ? new WhatIfPage(
                                programme,
                                kind,
                                view.who(mentor),
                                view.who(mentee),
                                compared,
                                cost(compared, texts),
                                List.of(),
                                two(compared.ending(), view),
                                two(compared.beginning(), view),
                                compared.leftOut().stream().map(view::who).toList(),
                                compared.served().stream().map(view::who).toList(),
                                settings.of(id).first() == Aim.STABLE)
                        : new WhatIfPage(
                                programme,
                                kind,
                                view.who(mentor),
                                view.who(mentee),
                                null,
                                List.of(),
                                obstacles(id, answer, texts),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                false));
        return "matching/whatif";
    }

    private static Set<String> named(PairKey asked, WhatIf.Answer answer) {
        var named = new HashSet<>(Set.of(asked.mentor()));
        named.add(asked.mentee());
        if (answer instanceof Compared compared) {
            Stream.concat(compared.ending().stream(), compared.beginning().stream())
                    .forEach(pair -> Collections.addAll(named, pair.mentor(), pair.mentee()));
            named.addAll(compared.leftOut());
            named.addAll(compared.served());
        }
        return named;
    }

    /// The difference in words, the most important first.
    private static List<String> cost(Compared compared, Texts texts) {
        var now = compared.now();
        var then = compared.then();
        if (compared.changesNothing()) {
            return List.of(texts.say("matching.whatif.nothing"));
        }
        if (now.pairs() == then.pairs() && now.worst() == then.worst() && now.total() == then.total()) {
            return List.of(texts.say("matching.whatif.as-good"));
        }
        var cost = new java.util.ArrayList<String>();
        say("pairs", now.pairs(), then.pairs(), texts, cost);
        say("worst", now.worst(), then.worst(), texts, cost);
        say("total", now.total(), then.total(), texts, cost);
        return cost;
    }

    private static void say(String what, long now, long then, Texts texts, List<String> cost) {
        if (now != then) {
            cost.add(texts.say(
                    "matching.whatif." + what + (then < now ? ".less" : ".more"), Math.abs(now - then), now, then));
        }
    }

    private List<String> obstacles(UUID programmeId, WhatIf.Answer answer, Texts texts) {
        return switch (answer) {
            case Barred(var rules)
            when !rules.isEmpty() -> {
                var view = new MatchingView(texts, Map.of());
                var held = settings.of(programmeId);
                yield rules.stream().map(rule -> view.sentence(rule, held)).toList();
            }
            case WhatIf.NotSignedUp() -> List.of(texts.say("matching.whatif.not-signed-up"));
            case WhatIf.LocksInTheWay() -> List.of(texts.say("matching.whatif.locks"));
            case WhatIf.QuotasInTheWay() -> List.of(texts.say("matching.whatif.quotas"));
            default -> List.of(texts.say("matching.whatif.asked"));
        };
    }

    private static List<Two> two(List<PairKey> pairs, MatchingView view) {
        return pairs.stream()
                .map(pair -> new Two(view.who(pair.mentor()), view.who(pair.mentee())))
                .toList();
    }
}
