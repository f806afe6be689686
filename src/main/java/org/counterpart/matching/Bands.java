// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// People of one level, one set of languages and one working week, taken together: rules on these facts judge two bands
/// at once, however many people are in them. So every possible pair is counted exactly without being looked at.
final class Bands {
    private final Judging judging;
    private final Call call;
    private final Profiles profiles;
    private final List<Band> mentors;
    private final List<Band> mentees;
    private final Map<Integer, Set<Integer>> mentorsDecided = new HashMap<>();

    /// People of one band, ascending, and how many of them are in each department.
    private record Band(int[] people, Map<Integer, Integer> departments) {
        int one() {
            return people[0];
        }
    }

    Bands(Judging judging) {
        this.judging = judging;
        this.call = judging.call;
        this.profiles = call.profiles();
        mentors = bands(person -> call.signUp(person).role().mayMentor());
        mentees = bands(person -> call.signUp(person).role().mayBeMentored());
        for (int mentor = 0; mentor < call.size(); mentor++) {
            for (int mentee : judging.decided(mentor)) {
                mentorsDecided.computeIfAbsent(mentee, _ -> new HashSet<>()).add(mentor);
            }
        }
    }

    /// What became of every possible pair.
    Tally all() {
        return IntStream.range(0, mentors.size())
                .parallel()
                .mapToObj(each -> ofBand(mentors.get(each)))
                .reduce(new Tally(judging.rules), Tally::and);
    }

    /// What became of the pairs that one person might have been part of.
    Tally of(int person) {
        var tally = new Tally(judging.rules);
        if (call.signUp(person).role().mayMentor()) {
            mentor(person, tally);
        }
        if (call.signUp(person).role().mayBeMentored()) {
            for (var band : mentors) {
                together(
                        profiles.brokenByFacts(band.one(), person, judging.rules),
                        band,
                        profiles.department[person],
                        1,
                        tally);
            }
            for (int mentor : single(person, mentorsDecided.getOrDefault(person, Set.of()))) {
                correct(mentor, person, tally);
            }
        }
        return tally;
    }

    /// The first of somebody's allowed counterparts, beginning at some band; all of them where they are fewer.
    int[] allowed(int person, boolean asMentor, int from, int most) {
        var bands = asMentor ? mentees : mentors;
        var found = IntStream.builder();
        int count = 0;
        for (int i = 0; i < bands.size() && count < most; i++) {
            var band = bands.get((from + i) % bands.size());
            int broken = asMentor
                    ? profiles.brokenByFacts(person, band.one(), judging.rules)
                    : profiles.brokenByFacts(band.one(), person, judging.rules);
            for (int j = 0;
                    (broken & judging.rules.requiredBits()) == 0 && j < band.people.length && count < most;
                    j++) {
                int other = band.people[(from + j) % band.people.length];
                if (other != person && (asMentor ? judging.allows(person, other) : judging.allows(other, person))) {
                    found.add(other);
                    count++;
                }
            }
        }
        return found.build().toArray();
    }

    private Tally ofBand(Band band) {
        var tally = new Tally(judging.rules);
        for (var other : mentees) {
            int broken = profiles.brokenByFacts(band.one(), other.one(), judging.rules);
            band.departments.forEach((department, people) -> together(broken, other, department, people, tally));
        }
        for (int mentor : band.people) {
            for (int mentee : single(mentor, judging.decided(mentor))) {
                correct(mentor, mentee, tally);
            }
        }
        return tally;
    }

    private void mentor(int mentor, Tally tally) {
        for (var band : mentees) {
            together(
                    profiles.brokenByFacts(mentor, band.one(), judging.rules),
                    band,
                    profiles.department[mentor],
                    1,
                    tally);
        }
        for (int mentee : single(mentor, judging.decided(mentor))) {
            correct(mentor, mentee, tally);
        }
    }

    /// People of one department with a whole band.
    private static void together(int broken, Band band, int department, long people, Tally tally) {
        long same = department < 0
                ? band.people.length
                : band.departments.getOrDefault(department, 0) + band.departments.getOrDefault(Profiles.UNKNOWN, 0);
        tally.judge(broken | Rule.DIFFERENT_DEPARTMENT.bit(), people * same);
        tally.judge(broken, people * (band.people.length - same));
    }

    /// Everyone with whom a band does not say all, the person among them.
    private Set<Integer> single(int person, Set<Integer> decided) {
        var single = new HashSet<>(decided);
        single.add(person);
        for (var apart : profiles.apartFrom(person)) {
            for (int other : apart) {
                single.add(other);
            }
        }
        return single;
    }

    /// Takes a pair out as its bands judged it, and judges it by itself.
    private void correct(int mentor, int mentee, Tally tally) {
        if (call.signUp(mentor).role().mayMentor() && call.signUp(mentee).role().mayBeMentored()) {
            int always = Rule.REPORTING_LINE.bit() | Rule.DO_NOT_MATCH.bit();
            int broken = judging.broken(mentor, mentee);
            tally.judge(broken & ~always, -1);
            if (mentor != mentee) {
                judging.judge(mentor, mentee, broken, tally);
            }
        }
    }

    private List<Band> bands(IntPredicate belongs) {
        var people = new HashMap<List<Integer>, List<Integer>>();
        var inOrder = new ArrayList<List<Integer>>();
        for (int person = 0; person < call.size(); person++) {
            if (belongs.test(person)) {
                people.computeIfAbsent(
                                List.of(profiles.level[person], profiles.languages[person], profiles.week[person]),
                                _ -> {
                                    var fresh = new ArrayList<Integer>();
                                    inOrder.add(fresh);
                                    return fresh;
                                })
                        .add(person);
            }
        }
        return inOrder.stream().map(this::band).toList();
    }

    private Band band(List<Integer> people) {
        var departments = new HashMap<Integer, Integer>();
        people.forEach(person -> departments.merge(profiles.department[person], 1, Integer::sum));
        return new Band(people.stream().mapToInt(Integer::intValue).toArray(), departments);
    }
}
