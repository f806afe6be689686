// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.Window;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// Draws who answers the call. Two of them are there to show what the matching guards against: a mentor and the
/// head of their own department, who would suit each other better than anyone else, and a mentor whom no leader
/// could talk to.
final class CallForSignUps {
    private static final int MENTORS = 29;
    private static final int EITHERS = 5;
    private static final int MENTEES = 29;
    private static final int WITH_TWO_PLACES = 3;
    private static final String ICELANDIC = "is";

    private final SplittableRandom random;
    private final List<Person> people;
    private final Set<Person> taken = new LinkedHashSet<>();

    CallForSignUps(long seed, List<Person> people) {
        this.random = new SplittableRandom(seed + 1);
        this.people = people;
    }

    Organisation draw() {
        var head = any(person -> isOn(person, 7, 7));
        var report = any(person -> isOn(person, 2, 3) && head.id().equals(topOf(person)));
        var lonely = any(person -> isOn(person, 1, 1) && !head.id().equals(topOf(person)));
        var signUps = new ArrayList<SignUp>();
        signUps.add(suited(report, Role.MENTOR, Phrases.OF_ONE_MENTOR, Phrases.OF_ONE_MENTEE));
        signUps.add(suited(head, Role.MENTEE, Phrases.OF_ONE_MENTEE, Phrases.OF_ONE_MENTOR));
        signUps.add(signUp(lonely, Role.MENTOR, 1));
        add(signUps, MENTORS - 2, Role.MENTOR, person -> isOn(person, 1, 3));
        add(signUps, EITHERS, Role.EITHER, person -> isOn(person, 4, 5));
        add(signUps, MENTEES - 1, Role.MENTEE, person -> isOn(person, 6, 7));
        return new Organisation(
                people.stream()
                        .map(person -> person.equals(lonely) ? speaking(person, Set.of(ICELANDIC)) : person)
                        .map(person -> person.equals(report) || person.equals(head) ? withEnglish(person) : person)
                        .toList(),
                withWishesAboutPeople(signUps));
    }

    private void add(List<SignUp> signUps, int count, Role role, Predicate<Person> among) {
        for (int i = 0; i < count; i++) {
            signUps.add(signUp(any(among), role, role == Role.MENTEE && i < WITH_TWO_PLACES ? 2 : 1));
        }
    }

    /// Somebody who has not signed up yet.
    private Person any(Predicate<Person> among) {
        var choice = people.stream()
                .filter(among)
                .filter(person -> !taken.contains(person))
                .toList();
        var person = choice.get(random.nextInt(choice.size()));
        taken.add(person);
        return person;
    }

    private static boolean isOn(Person person, int from, int to) {
        return person.level() instanceof Integer level && level >= from && level <= to;
    }

    /// The head of department at the end of somebody's line.
    private @Nullable String topOf(Person person) {
        Map<String, Person> byId = new HashMap<>();
        people.forEach(each -> byId.put(each.id(), each));
        var at = person;
        while (at.managerId() instanceof String above && byId.get(above) instanceof Person manager) {
            if (isOn(manager, 7, 7)) {
                return manager.id();
            }
            at = manager;
        }
        return null;
    }

    private static SignUp suited(Person person, Role role, List<String> offers, List<String> wants) {
        return new SignUp(person.id(), role, 1, offers, wants, null, List.of(), Set.of(), List.of());
    }

    private SignUp signUp(Person person, Role role, int capacity) {
        var own = role == Role.MENTEE ? Phrases.FROM_MENTEES : Phrases.FROM_MENTORS;
        var others = role == Role.MENTEE ? Phrases.FROM_MENTORS : Phrases.FROM_MENTEES;
        var offers = new ArrayList<>(some(own, 2 + random.nextInt(3)));
        var wants = new ArrayList<>(some(others, 1 + random.nextInt(3)));
        if (role == Role.EITHER) {
            offers.addAll(some(others, 1));
            wants.addAll(some(own, 1));
            wants.removeAll(offers);
        }
        return new SignUp(
                person.id(),
                role,
                capacity,
                offers,
                wants,
                random.nextInt(2) == 0 ? Phrases.GOALS.get(random.nextInt(Phrases.GOALS.size())) : null,
                hours(),
                Set.of(),
                List.of());
    }

    private List<String> some(List<String> phrases, int count) {
        var chosen = new LinkedHashSet<String>();
        while (chosen.size() < count) {
            chosen.add(phrases.get(random.nextInt(phrases.size())));
        }
        return List.copyOf(chosen);
    }

    /// Half give hours: two to four mornings or afternoons.
    private List<Window> hours() {
        if (random.nextInt(2) == 0) {
            return List.of();
        }
        var windows = new ArrayList<Window>();
        boolean mornings = random.nextInt(2) == 0;
        for (var day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            if (windows.size() < 2 || random.nextInt(2) == 0) {
                windows.add(mornings ? new Window(day, 9 * 60, 13 * 60) : new Window(day, 13 * 60, 17 * 60));
            }
        }
        return windows;
    }

    /// Three people name somebody they would rather not meet, four somebody they would like to.
    private List<SignUp> withWishesAboutPeople(List<SignUp> signUps) {
        var mentors =
                signUps.stream().filter(each -> each.role() == Role.MENTOR).toList();
        var mentees =
                signUps.stream().filter(each -> each.role() == Role.MENTEE).toList();
        var avoid = new HashMap<String, Set<String>>();
        var prefer = new HashMap<String, List<String>>();
        for (int i = 0; i < 3; i++) {
            avoid.put(mentors.get(10 + i).personId(), Set.of(mentees.get(10 + i).personId()));
        }
        for (int i = 0; i < 4; i++) {
            prefer.put(mentees.get(4 + i).personId(), List.of(mentors.get(6 + i).personId()));
        }
        return signUps.stream()
                .map(each -> new SignUp(
                        each.personId(),
                        each.role(),
                        each.capacity(),
                        each.offers(),
                        each.wants(),
                        each.goals(),
                        each.availability(),
                        avoid.getOrDefault(each.personId(), Set.of()),
                        prefer.getOrDefault(each.personId(), List.of())))
                .toList();
    }

    private static Person withEnglish(Person person) {
        var languages = new java.util.TreeSet<>(person.languages());
        languages.add("en");
        return speaking(person, languages);
    }

    private static Person speaking(Person person, Set<String> languages) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.level(),
                person.department(),
                person.site(),
                person.country(),
                person.timezone(),
                languages,
                person.managerId(),
                person.contract());
    }
}
