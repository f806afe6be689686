// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The true facts that speak for a pair, each from what both people gave. Phrases are quoted in the words of the
/// person who offers, so nobody's wish is read out; preferences and do-not-match lists are never evidence,
/// and neither is an offer on a topic that our library calls private: that somebody asked for it would tell about them.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Evidence {
    /// Something the mentor offers that the mentee asked for, in full or in part; `topic` is what the offer is about,
    /// where the two met through that and not by the same wording.
    record MentorTeaches(
            String offer, Closeness closeness, @Nullable String topic) implements Evidence {}

    /// Something the mentee offers that the mentor asked for, in full or in part, and its topic likewise.
    record MenteeReturns(
            String offer, Closeness closeness, @Nullable String topic) implements Evidence {}

    record DifferentDepartments(String mentors, String mentees) implements Evidence {}

    record DifferentSites(String mentors, String mentees) implements Evidence {}

    record LevelsApart(int levels) implements Evidence {}

    record LanguagesInCommon(Set<String> languages) implements Evidence {}

    record HoursInCommon(int hoursAWeek) implements Evidence {}

    enum Closeness {
        FULL,
        PART
    }

    /// All evidence for a pair, the strongest first; never more than three phrases a direction.
    static List<Evidence> of(Call call, int mentor, int mentee) {
        var teacher = call.traits(mentor);
        var learner = call.traits(mentee);
        var evidence = new ArrayList<Evidence>();
        met(call.topics(), teacher, learner)
                .forEach(met -> evidence.add(new MentorTeaches(met.offer(), met.closeness(), met.topic())));
        met(call.topics(), learner, teacher)
                .forEach(met -> evidence.add(new MenteeReturns(met.offer(), met.closeness(), met.topic())));
        addVantage(teacher, learner, evidence);
        addPractical(teacher, learner, evidence);
        return List.copyOf(evidence);
    }

    private static void addVantage(Traits teacher, Traits learner, List<Evidence> evidence) {
        if (Facts.differentDepartments(teacher, learner)
                && teacher.person().department() instanceof String here
                && learner.person().department() instanceof String there) {
            evidence.add(new DifferentDepartments(here, there));
        }
        if (teacher.person().site() instanceof String here
                && learner.person().site() instanceof String there
                && !here.equals(there)) {
            evidence.add(new DifferentSites(here, there));
        }
        int levels = Facts.levelGap(teacher, learner);
        if (levels > 0) {
            evidence.add(new LevelsApart(levels));
        }
    }

    private static void addPractical(Traits teacher, Traits learner, List<Evidence> evidence) {
        var languages = Facts.languagesInCommon(teacher, learner);
        if (!languages.isEmpty()) {
            evidence.add(new LanguagesInCommon(languages));
        }
        int hours = Facts.minutesInCommon(teacher, learner) / 60;
        if (hours > 0) {
            evidence.add(new HoursInCommon(hours));
        }
    }

    private static List<Met> met(Topics topics, Traits giver, Traits taker) {
        var met = new ArrayList<Met>();
        for (int want = 0; want < taker.wants().length; want++) {
            int number = taker.wants()[want];
            int best = best(topics, giver.offers(), number);
            if (best >= 0 && topics.mayBeTold(giver.offers()[best])) {
                int offer = giver.offers()[best];
                var offered = giver.offered().get(best);
                boolean sameWording =
                        offered.equalsIgnoreCase(taker.signUp().wants().get(want));
                met.add(new Met(
                        offered,
                        topics.meeting(offer, number) == Topics.FULL ? Closeness.FULL : Closeness.PART,
                        sameWording ? null : topics.through(offer, number)));
            }
        }
        return met.stream()
                .distinct()
                .sorted(Comparator.comparing(Met::closeness))
                .limit(3)
                .toList();
    }

    /// Where the offer stands that meets a want best, the first of equals; -1 if none meets it.
    private static int best(Topics topics, int[] offers, int want) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < offers.length; i++) {
            if (topics.meeting(offers[i], want) > most) {
                best = i;
                most = topics.meeting(offers[i], want);
            }
        }
        return best;
    }

    /// An offer that meets a want.
    record Met(String offer, Closeness closeness, @Nullable String topic) {}
}
