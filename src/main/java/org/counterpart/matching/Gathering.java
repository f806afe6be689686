// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers what a run of a programme starts from, as it is now. Pairs of other programmes are forbidden unless the
/// rules let them be repeated, or the owner locked one.
@Component
class Gathering {
    private final People people;
    private final SignUps signUps;
    private final PairWishes pairWishes;
    private final StandingPairs standingPairs;
    private final MatchSettings settings;
    private final MatchRuns runs;

    /// Who was there when something was last gathered.
    private volatile @Nullable SoftReference<Enrolled> last;

    Gathering(
            People people,
            SignUps signUps,
            PairWishes pairWishes,
            StandingPairs standingPairs,
            MatchSettings settings,
            MatchRuns runs) {
        this.people = people;
        this.signUps = signUps;
        this.pairWishes = pairWishes;
        this.standingPairs = standingPairs;
        this.settings = settings;
        this.runs = runs;
    }

    /// @param signUps of everyone who could be in a pair, those in standing pairs included
    /// @param released pairs that ended; they are never made again
    /// @param proposed pairs of the latest run that were not published
    /// @param waiting whom the last published run left out and who are in no pair since
    record Gathered(
            Map<String, Person> people,
            List<SignUp> signUps,
            Rules rules,
            Wishes wishes,
            Set<PairKey> released,
            Set<PairKey> proposed,
            Set<String> waiting,
            Seed seed) {
        Priorities priorities() {
            return priorities(rules.first());
        }

        /// What another aim would come to with the same people first and as few changes.
        Priorities priorities(Aim aim) {
            return Priorities.after(aim, proposed, waiting);
        }

        Call call() {
            return Call.of(people, signUps, seed);
        }
    }

    Gathered gather(UUID programmeId) {
        var standing = standingPairs.inForce(programmeId);
        var locked = new HashSet<PairKey>();
        var released = standingPairs.released(programmeId);
        var forbidden = new HashSet<>(released);
        for (var wish : pairWishes.of(programmeId)) {
            switch (wish.kind()) {
                case LOCKED -> locked.add(wish.pair());
                case FORBIDDEN -> forbidden.add(wish.pair());
            }
        }
        var rules = settings.of(programmeId);
        if (!rules.repeats()) {
            standingPairs.elsewhere(programmeId).stream()
                    .filter(pair -> !locked.contains(pair))
                    .forEach(forbidden::add);
        }
        var enrolled = enrolled(programmeId);
        var signedUp = withStanding(enrolled.signUps(), standing);
        return new Gathered(
                enrolled.people(),
                signedUp,
                rules,
                new Wishes(locked, forbidden, standing),
                released,
                proposed(programmeId, standing, released),
                waiting(programmeId, signedUp, standing),
                new Seed(programmeId.toString()));
    }

    private Set<PairKey> proposed(UUID programmeId, Set<PairKey> standing, Set<PairKey> released) {
        var proposed = new HashSet<>(runs.latestProposals(programmeId));
        proposed.removeAll(standing);
        proposed.removeAll(released);
        return proposed;
    }

    private Set<String> waiting(UUID programmeId, List<SignUp> signUps, Set<PairKey> standing) {
        var waiting = new HashSet<>(runs.waiting(programmeId));
        waiting.retainAll(signUps.stream().map(SignUp::personId).toList());
        standing.forEach(pair -> waiting.removeAll(Set.of(pair.mentor(), pair.mentee())));
        return waiting;
    }

    private record Enrolled(UUID programmeId, String version, Map<String, Person> people, List<SignUp> signUps) {}

    /// Read anew only where something changed. The version is read first: should somebody change meanwhile, it is too
    /// old, and the next question reads again.
    private Enrolled enrolled(UUID programmeId) {
        var version = people.version() + " " + signUps.version(programmeId);
        var reference = last;
        var known = reference == null ? null : reference.get();
        if (known != null
                && known.programmeId().equals(programmeId)
                && known.version().equals(version)) {
            return known;
        }
        var everyone = people.all();
        signUps.languages(programmeId)
                .forEach((id, languages) -> everyone.computeIfPresent(id, (_, person) -> person.speaking(languages)));
        var now = new Enrolled(programmeId, version, everyone, List.copyOf(signUps.takingPart(programmeId)));
        last = new SoftReference<>(now);
        return now;
    }

    /// A pair in force stays so whatever its people changed in their sign-ups since: each keeps the role and at
    /// least the places that their pairs take.
    private static List<SignUp> withStanding(List<SignUp> signUps, Set<PairKey> standing) {
        var byPerson = new HashMap<String, SignUp>();
        signUps.forEach(signUp -> byPerson.put(signUp.personId(), signUp));
        var places = new HashMap<String, Integer>();
        for (var pair : standing) {
            keep(byPerson, places, pair.mentor(), Role.MENTOR);
            keep(byPerson, places, pair.mentee(), Role.MENTEE);
        }
        return List.copyOf(byPerson.values());
    }

    private static void keep(Map<String, SignUp> byPerson, Map<String, Integer> places, String person, Role role) {
        int taken = places.merge(person, 1, Integer::sum);
        var known = byPerson.get(person);
        var base = known != null
                ? known
                : new SignUp(person, role, 1, List.of(), List.of(), null, List.of(), Set.of(), List.of());
        byPerson.put(
                person,
                new SignUp(
                        person,
                        role,
                        Math.max(taken, base.capacity()),
                        base.offers(),
                        base.wants(),
                        base.goals(),
                        base.availability(),
                        base.avoid(),
                        base.prefer()));
    }
}
