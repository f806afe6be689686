// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.Matching.QuotasRefused;
import org.counterpart.matching.fairness.AuditWords;
import org.counterpart.matching.fairness.FairnessAudit;
import org.counterpart.matching.files.Told;
import org.counterpart.matching.files.Told.Unmatched;
import org.counterpart.web.Words;

/// Puts a matching into the words of its result folder.
public final class Telling {
    private final Sentences sentences;
    private final Words words;

    public Telling(Words words) {
        this.words = words;
        this.sentences = new Sentences(words);
    }

    /// With the fairness audit of the matching, in the light of what was before.
    public Told told(Matched matched, Earlier earlier) {
        return told(matched, Auditing.audit(matched, earlier));
    }

    Told told(Matched matched, FairnessAudit audit) {
        var call = matched.call();
        var candidates = matched.candidates();
        var positions = call.positions();
        var unmatched = matched.leftOut().stream()
                .map(each -> new Unmatched(
                        positions.getOrDefault(each.personId(), -1),
                        each.role().name().toLowerCase(Locale.ROOT),
                        why(each, candidates)))
                .toList();
        return new Told(
                person -> name(call, person),
                pair -> sentences.why(
                        call.person(candidates.mentor(pair)).name(),
                        call.person(candidates.mentee(pair)).name(),
                        Evidence.of(call, candidates.mentor(pair), candidates.mentee(pair))),
                pair -> new long[] {candidates.toMentor(pair), candidates.toMentee(pair)},
                unmatched,
                summary(matched),
                new AuditWords(words).say(audit),
                true,
                words);
    }

    /// The fewest things that cannot be had together, in one clause.
    public String conflict(QuotasRefused refused, Rules rules) {
        var things = new ArrayList<String>();
        refused.quotas().forEach(quota -> things.add(sentences.quota(quota)));
        refused.rules().forEach(rule -> things.add(sentences.rule(rule, rules)));
        if (refused.locks()) {
            things.add(words.say("matching.quota.locks"));
        }
        return String.join("; ", things);
    }

    /// Where an index chose the candidates, whatever is not about everybody says so.
    private String why(LeftOut leftOut, Candidates candidates) {
        var sentence = sentences.why(leftOut);
        return !candidates.shortlisted() || leftOut.why() instanceof LeftOut.NoCounterpart
                ? sentence
                : words.say("matching.left-out.weighed", sentence);
    }

    private static String name(Call call, int person) {
        var shown = call.person(person);
        return shown.name().equals(shown.id()) ? shown.id() : shown.name() + " (" + shown.id() + ")";
    }

    private List<String> summary(Matched matched) {
        var lines = new ArrayList<String>();
        var candidates = matched.candidates();
        lines.add(words.say(
                "matching.summary.field", matched.call().size(), candidates.possible(), candidates.allowed()));
        if (candidates.shortlisted()) {
            lines.add(words.say(
                    "matching.summary.shortlist", candidates.size(), candidates.allowed() - candidates.size()));
            lines.add(words.say(
                    "matching.summary.most-pairs",
                    matched.mostPairs() - matched.certified().objective().pairs()));
        }
        candidates.broken().forEach((rule, count) -> {
            var sentence = sentences.rule(rule, matched.rules());
            var strength = matched.rules().of(rule);
            if (matched.notJudged().contains(rule)) {
                lines.add(words.say("matching.summary.not-judged", sentence));
            } else if (strength != Strength.IGNORED) {
                lines.add(words.say("matching.summary." + strength, sentence, count));
            }
        });
        var reached = matched.certified().objective();
        matched.quotas().forEach(price -> lines.add(sentences.price(price, reached)));
        return lines;
    }
}
