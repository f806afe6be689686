// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.time.Clock;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.identity.Owners;
import org.counterpart.identity.Visitors;
import org.counterpart.pairing.Pair.Outcome;
import org.counterpart.pairing.Pairs;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.NotFound;
import org.counterpart.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills an empty demonstration once, and says who comes in through its open door.
@Component
public class Demonstration implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final long SEED = 2026;
    private static final String OWNER = "owner@tidewater.example";

    private final People people;
    private final Programmes programmes;
    private final SignUps signUps;
    private final Pairs pairs;
    private final Predecessors predecessors;
    private final Owners owners;
    private final Visitors visitors;
    private final Site site;
    private final Clock clock;

    Demonstration(
            People people,
            Programmes programmes,
            SignUps signUps,
            Pairs pairs,
            Predecessors predecessors,
            Owners owners,
            Visitors visitors,
            Site site,
            Clock clock) {
        this.people = people;
        this.programmes = programmes;
        this.signUps = signUps;
        this.pairs = pairs;
        this.predecessors = predecessors;
        this.owners = owners;
        this.visitors = visitors;
        this.site = site;
        this.clock = clock;
    }

    /// Through which door somebody comes in.
    public enum As {
        OWNER,
        MENTOR,
        MENTEE
    }

    /// Before the server listens, so that nobody comes in to an empty house.
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        Acting.system(this::fill);
    }

    private void fill() {
        if (!site.demonstration() || !owners.none()) {
            return;
        }
        var organisation = Organisation.from(SEED);
        var programme = new Programme(
                UUID.randomUUID(), "Tidewater learns upwards", Organisation.EXPECTED_PEOPLE, clock.instant());
        owners.first(OWNER, "Marit Solberg", clock.instant());
        people.save(organisation.people());
        programmes.start(programme);
        var owner = visitors.at(OWNER).orElseThrow();
        predecessors.prepare(programme.id(), owner);
        signUps.save(programme.id(), organisation.signUps());
        predecessors.closeTheCall(programme.id(), owner);
        LOG.info(
                "Made up a company of {} people, {} of whom signed up.",
                organisation.people().size(),
                organisation.signUps().size());
    }

    /// The account of whoever comes in. Mentor and mentee are of the same pair, one that waits for an answer where
    /// there is one, so that both sides of it can be seen.
    @Transactional
    public UUID accountOf(As as) {
        if (!site.demonstration()) {
            throw new NotFound();
        }
        return switch (as) {
            case OWNER -> visitor(OWNER);
            case MENTOR -> visitor(Acting.system(() -> participant(Role.MENTOR)));
            case MENTEE -> visitor(Acting.system(() -> participant(Role.MENTEE)));
        };
    }

    private UUID visitor(String email) {
        return visitors.at(email).orElseThrow(NotFound::new).accountId();
    }

    private String participant(Role role) {
        var programme = programmes.all().stream().findFirst().orElseThrow(NotFound::new);
        var published = pairs.overview(programme.id());
        return published.stream()
                .filter(pair -> pair.outcome() == Outcome.WAITING)
                .findFirst()
                .or(() -> published.stream().findFirst())
                .map(pair -> role == Role.MENTOR ? pair.mentorId() : pair.menteeId())
                .or(() -> signUps.of(programme.id()).stream()
                        .filter(signUp -> signUp.role() == role)
                        .map(SignUp::personId)
                        .findFirst())
                .flatMap(people::find)
                .map(Person::email)
                .orElseThrow(NotFound::new);
    }
}
