// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpart.enrolment.SignUp;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// Everyone who signed up, with what is known of them, in an order drawn from the seed: neither names nor the order
/// of a file can favour anyone where several answers are equally good.
public final class Call {
    private final List<Traits> participants;
    private final Map<String, Integer> positions;
    private final Topics topics;

    private Call(List<Traits> participants, Map<String, Integer> positions, Topics topics) {
        this.participants = participants;
        this.positions = Map.copyOf(positions);
        this.topics = topics;
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
        var participants = new ArrayList<Traits>();
        for (var signUp : ordered) {
            participants.add(traits(known(people, signUp), signUp, topics));
        }
        markLines(people, positions, participants);
        markAvoided(positions, participants);
        return new Call(List.copyOf(participants), positions, topics);
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

    private static Person known(Map<String, Person> people, SignUp signUp) {
        if (people.get(signUp.personId()) instanceof Person person) {
            return person;
        }
        throw new IllegalArgumentException("The sign-up of %s is of nobody among the %d people. Maybe the person left."
                .formatted(signUp.personId(), people.size()));
    }

    private static Traits traits(Person person, SignUp signUp, Topics topics) {
        var zone = person.timezone();
        return new Traits(
                person,
                signUp,
                topics.number(signUp.offers()),
                topics.number(signUp.wants()),
                zone == null ? null : WorkingWeek.of(signUp.availability(), zone),
                new BitSet(),
                new BitSet());
    }

    private static void markLines(
            Map<String, Person> people, Map<String, Integer> positions, List<Traits> participants) {
        for (int i = 0; i < participants.size(); i++) {
            for (var above : managersOf(participants.get(i).person(), people)) {
                if (positions.get(above) instanceof Integer manager) {
                    participants.get(i).conflicts().set(manager);
                    participants.get(manager).conflicts().set(i);
                }
            }
        }
    }

    private static Set<String> managersOf(Person person, Map<String, Person> people) {
        var above = new HashSet<String>();
        @Nullable String next = person.managerId();
        while (next != null && above.add(next)) {
            next = people.get(next) instanceof Person manager ? manager.managerId() : null;
        }
        return above;
    }

    private static void markAvoided(Map<String, Integer> positions, List<Traits> participants) {
        for (int i = 0; i < participants.size(); i++) {
            for (var other : participants.get(i).signUp().avoid()) {
                if (positions.get(other) instanceof Integer avoided) {
                    participants.get(i).avoided().set(avoided);
                    participants.get(avoided).avoided().set(i);
                }
            }
        }
    }
}
