// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.Window;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// Everyone who signed up, with what is known of them, in an order drawn from the seed: neither names nor the order
/// of a file can favour anyone where several answers are equally good.
public final class Call {
    private final List<Traits> participants;
    private final Map<String, Integer> positions;
    private final Topics topics;
    private final Profiles profiles;

    private Call(List<Traits> participants, Map<String, Integer> positions, Topics topics, Profiles profiles) {
        this.participants = participants;
        this.positions = Map.copyOf(positions);
        this.topics = topics;
        this.profiles = profiles;
    }

    /// @param people everyone the employer's records name, managers included, so that reporting lines can be
    /// followed
    public static Call of(Map<String, Person> people, Collection<SignUp> signUps, Seed seed) {
        var topics = new Topics();
        var ordered = signUps.stream()
                .sorted(Comparator.comparing(SignUp::personId, seed.order()))
                .toList();
        var positions = new HashMap<String, Integer>();
        ordered.forEach(signUp -> positions.put(signUp.personId(), positions.size()));
        var weeks = new HashMap<Hours, WorkingWeek>();
        var numbers = new HashMap<String, Integer>();
        var participants = new ArrayList<Traits>();
        for (var signUp : ordered) {
            participants.add(traits(known(people, signUp), signUp, topics, numbers, weeks));
        }
        var profiles =
                new Profiles(participants, lines(people, positions, participants), avoided(positions, participants));
        return new Call(List.copyOf(participants), positions, topics, profiles);
    }

    public int size() {
        return participants.size();
    }

    public Person person(int position) {
        return participants.get(position).person();
    }

    public SignUp signUp(int position) {
        return participants.get(position).signUp();
    }

    /// Positions by person id.
    public Map<String, Integer> positions() {
        return positions;
    }

    Traits traits(int position) {
        return participants.get(position);
    }

    Topics topics() {
        return topics;
    }

    Profiles profiles() {
        return profiles;
    }

    private static Person known(Map<String, Person> people, SignUp signUp) {
        if (people.get(signUp.personId()) instanceof Person person) {
            return person;
        }
        throw new IllegalArgumentException("The sign-up of %s is of nobody among the %d people. Maybe the person left."
                .formatted(signUp.personId(), people.size()));
    }

    private static Traits traits(
            Person person, SignUp signUp, Topics topics, Map<String, Integer> numbers, Map<Hours, WorkingWeek> weeks) {
        var zone = person.timezone();
        return new Traits(
                person,
                signUp,
                numbered(signUp.offers(), topics, numbers),
                numbered(signUp.wants(), topics, numbers),
                zone == null
                        ? null
                        : weeks.computeIfAbsent(
                                new Hours(signUp.availability(), zone),
                                hours -> WorkingWeek.of(hours.windows, hours.zone)));
    }

    /// A phrase that many people wrote alike is read once.
    private static int[] numbered(List<String> phrases, Topics topics, Map<String, Integer> numbers) {
        return phrases.stream()
                .mapToInt(phrase -> numbers.computeIfAbsent(phrase, fresh -> topics.number(List.of(fresh))[0]))
                .toArray();
    }

    private static Apart lines(Map<String, Person> people, Map<String, Integer> positions, List<Traits> participants) {
        var lines = new Apart.Collected();
        for (int i = 0; i < participants.size(); i++) {
            for (var above : managersOf(participants.get(i).person(), people)) {
                if (positions.get(above) instanceof Integer manager) {
                    lines.add(i, manager);
                }
            }
        }
        return lines.among(participants.size());
    }

    private static Set<String> managersOf(Person person, Map<String, Person> people) {
        var above = new HashSet<String>();
        @Nullable String next = person.managerId();
        while (next != null && above.add(next)) {
            next = people.get(next) instanceof Person manager ? manager.managerId() : null;
        }
        return above;
    }

    private static Apart avoided(Map<String, Integer> positions, List<Traits> participants) {
        var apart = new Apart.Collected();
        for (int i = 0; i < participants.size(); i++) {
            for (var other : participants.get(i).signUp().avoid()) {
                if (positions.get(other) instanceof Integer avoided) {
                    apart.add(i, avoided);
                }
            }
        }
        return apart.among(participants.size());
    }

    /// What a working week is made of; many people share one.
    private record Hours(List<Window> windows, ZoneId zone) {}
}
