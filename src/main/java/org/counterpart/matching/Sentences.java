// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.counterpart.matching.Candidates.Prospects;
import org.counterpart.matching.Evidence.Closeness;
import org.counterpart.matching.Evidence.DifferentDepartments;
import org.counterpart.matching.Evidence.DifferentSites;
import org.counterpart.matching.Evidence.HoursInCommon;
import org.counterpart.matching.Evidence.LanguagesInCommon;
import org.counterpart.matching.Evidence.LevelsApart;
import org.counterpart.matching.Evidence.MenteeReturns;
import org.counterpart.matching.Evidence.MentorTeaches;
import org.counterpart.matching.LeftOut.HeldByQuotas;
import org.counterpart.matching.LeftOut.NoCounterpart;
import org.counterpart.matching.LeftOut.OthersGainMore;
import org.counterpart.matching.LeftOut.TooFewPlaces;
import org.counterpart.matching.LeftOut.WouldCostOthers;
import org.counterpart.matching.solver.Objective;
import org.counterpart.web.Words;
import org.jspecify.annotations.Nullable;

/// Says in words what the matching decided. Every sentence is made from the objects that decided, never written
/// beside them, so it cannot say anything else than what was weighed.
public final class Sentences {
    private final Words words;

    public Sentences(Words words) {
        this.words = words;
    }

    /// One true sentence on why these two: what each gives the other, or else how their places differ.
    public String why(String mentor, String mentee, List<Evidence> evidence) {
        var parts = new ArrayList<String>();
        first(evidence, MentorTeaches.class)
                .ifPresent(
                        met -> parts.add(gives("teaches", mentor, met.offer(), mentee, met.closeness(), met.topic())));
        first(evidence, MenteeReturns.class)
                .ifPresent(
                        met -> parts.add(gives("returns", mentee, met.offer(), mentor, met.closeness(), met.topic())));
        for (var each : evidence) {
            if (parts.size() < 3 && clause(each) instanceof String clause && !clause.isEmpty()) {
                parts.add(clause);
            }
        }
        return parts.isEmpty()
                ? words.say("matching.why.allowed")
                : words.say("matching.why.sentence", sentenceStart(String.join("; ", parts)));
    }

    /// A few words for a chip.
    public String chip(Evidence evidence) {
        return switch (evidence) {
            case MentorTeaches(String offer, Closeness _, String _) -> offer;
            case MenteeReturns(String offer, Closeness _, String _) -> offer;
            case DifferentDepartments(String here, String there) -> words.say("matching.chip.departments", here, there);
            case DifferentSites(String here, String there) -> words.say("matching.chip.sites", here, there);
            case LevelsApart(int levels) -> words.say("matching.chip.levels", levels);
            case LanguagesInCommon(var languages) -> words.say("matching.chip.languages", names(languages));
            case HoursInCommon(int hours) -> words.say("matching.chip.hours", hours);
        };
    }

    /// What the rule asks for, as a sentence.
    public String rule(Rule rule, Rules rules) {
        return switch (rule) {
            case LEVEL_GAP -> words.say("matching.rule.LEVEL_GAP", rules.levelGap());
            case WORKING_HOURS -> words.say("matching.rule.WORKING_HOURS", hours(rules.minutesInCommon()));
            case REPORTING_LINE, DO_NOT_MATCH, DIFFERENT_DEPARTMENT, SHARED_LANGUAGE ->
                words.say("matching.rule." + rule);
        };
    }

    /// What the quota asks for, as a sentence.
    public String quota(Quota quota) {
        return quota.kind().share()
                ? words.say("matching.quota." + quota.kind(), quota.least())
                : words.say("matching.quota." + quota.kind() + "." + quota.whose(), quota.group(), quota.least());
    }

    /// How far a quota was kept, and what the answer without it would reach.
    public String price(QuotaPrice price, Objective reached) {
        var kept = words.say(
                (price.met() ? "matching.quota.met" : "matching.quota.short")
                        + (price.quota().kind().share() ? ".share" : ""),
                quota(price.quota()),
                price.counted(),
                price.of());
        var without = price.without();
        boolean free = without.pairs() == reached.pairs()
                && without.worst() == reached.worst()
                && without.total() == reached.total();
        return kept
                + " "
                + (free
                        ? words.say("matching.quota.free")
                        : words.say("matching.quota.without", without.pairs(), without.worst(), without.total()));
    }

    /// Why somebody is in no pair.
    public String why(LeftOut leftOut) {
        return switch (leftOut.why()) {
            case NoCounterpart(var prospects)
            when prospects.possible() == 0 -> words.say("matching.left-out.nobody." + leftOut.role());
            case NoCounterpart(var prospects) ->
                words.say("matching.left-out.no-counterpart", prospects.possible(), removals(prospects));
            case TooFewPlaces(int people, int wanted, int counterparts, int places) ->
                words.say(
                        wanted == people ? "matching.left-out.too-few-places" : "matching.left-out.too-few-pairs",
                        people,
                        counterparts,
                        places,
                        wanted);
            case WouldCostOthers(int counterparts) -> words.say("matching.left-out.would-cost-others", counterparts);
            case OthersGainMore(int counterparts) -> words.say("matching.left-out.others-gain-more", counterparts);
            case HeldByQuotas() -> words.say("matching.left-out.held-by-quotas");
        };
    }

    /// Reporting lines and do-not-match lists share one count, so that a list with one name on it cannot be read
    /// off.
    private String removals(Prospects prospects) {
        var parts = new ArrayList<String>();
        int conflicts = prospects.removedBy().getOrDefault(Rule.REPORTING_LINE, 0)
                + prospects.removedBy().getOrDefault(Rule.DO_NOT_MATCH, 0);
        if (conflicts > 0) {
            parts.add(words.say("matching.removed.conflict", conflicts));
        }
        for (var rule : Rule.values()) {
            int removed = prospects.removedBy().getOrDefault(rule, 0);
            if (removed > 0 && !rule.always()) {
                parts.add(words.say("matching.removed." + rule, removed));
            }
        }
        if (prospects.forbidden() > 0) {
            parts.add(words.say("matching.removed.forbidden", prospects.forbidden()));
        }
        return String.join(", ", parts);
    }

    private String clause(Evidence evidence) {
        return switch (evidence) {
            case MentorTeaches _, MenteeReturns _ -> "";
            case DifferentDepartments(String here, String there) -> words.say("matching.why.departments", here, there);
            case DifferentSites(String here, String there) -> words.say("matching.why.sites", here, there);
            case LevelsApart(int levels) -> words.say("matching.why.levels", levels);
            case LanguagesInCommon(var languages) -> words.say("matching.why.languages", names(languages));
            case HoursInCommon(int hours) -> words.say("matching.why.hours", hours);
        };
    }

    private static String names(java.util.Set<String> languages) {
        return languages.stream()
                .sorted()
                .map(tag -> {
                    var name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
                    return name.isEmpty() ? tag : name;
                })
                .collect(Collectors.joining(", "));
    }

    private static String hours(int minutes) {
        return minutes % 60 == 0 ? Integer.toString(minutes / 60) : "%.2f".formatted(minutes / 60.0);
    }

    private String gives(
            String direction, String giver, String offer, String taker, Closeness closeness, @Nullable String topic) {
        var key = "matching.why." + direction + "." + closeness;
        return topic == null
                ? words.say(key, giver, offer, taker)
                : words.say(key + ".topic", giver, offer, taker, topic);
    }

    private static String sentenceStart(String clause) {
        int first = clause.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + clause.substring(Character.charCount(first));
    }

    private static <E extends Evidence> java.util.Optional<E> first(List<Evidence> evidence, Class<E> kind) {
        return evidence.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
