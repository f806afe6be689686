// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The true facts that speak for a pair, each from what both people gave. Phrases are quoted in the words of the
/// person who offers, so nobody's wish is read out; preferences and do-not-match lists are never evidence.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Evidence {
    /// Something the mentor offers that the mentee asked for, in full or in part.
    record MentorTeaches(String offer, Closeness closeness) implements Evidence {}

    /// Something the mentee offers that the mentor asked for, in full or in part.
    record MenteeReturns(String offer, Closeness closeness) implements Evidence {}

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
                .forEach(met -> evidence.add(new MentorTeaches(met.offer(), met.closeness())));
        met(call.topics(), learner, teacher)
                .forEach(met -> evidence.add(new MenteeReturns(met.offer(), met.closeness())));
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
        for (int want : taker.wants()) {
            int best = -1;
            for (int i = 0; i < giver.offers().length; i++) {
                if (topics.meeting(giver.offers()[i], want)
                        > (best < 0 ? 0 : topics.meeting(giver.offers()[best], want))) {
                    best = i;
                }
            }
            if (best >= 0) {
                boolean full = topics.meeting(giver.offers()[best], want) == Topics.FULL;
                met.add(new Met(giver.offered().get(best), full ? Closeness.FULL : Closeness.PART));
            }
        }
        return met.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Met::closeness))
                .limit(3)
                .toList();
    }

    /// An offer that meets a want.
    record Met(String offer, Closeness closeness) {}
}
