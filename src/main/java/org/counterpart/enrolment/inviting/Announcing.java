// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.applying.Applying;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.privacy.Consents;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes to everyone on the roster that a call is open, once: whoever gets the same call twice stops reading mail of
/// it. Left out are whoever applied already, whoever left the programme, and whoever has no address.
@Component
public class Announcing {
    private final People people;
    private final SignUps signUps;
    private final Consents consents;
    private final Applying applying;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Announcing(
            People people,
            SignUps signUps,
            Consents consents,
            Applying applying,
            Decisions decisions,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.signUps = signUps;
        this.consents = consents;
        this.applying = applying;
        this.decisions = decisions;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// That everyone was written to.
    public record Announcement(Instant at, int people) {}

    /// What came of it.
    public sealed interface Answer {}

    public record Announced(Announcement announcement) implements Answer {}

    /// Somebody did before.
    public record Before(Announcement announcement) implements Answer {}

    /// The roster has nobody to write to.
    public record Nobody() implements Answer {}

    /// The call is not open.
    public record Shut() implements Answer {}

    public Optional<Announcement> find(UUID programmeId) {
        return jdbc.sql("select at, people from announcement where programme_id = :programme")
                .param("programme", programmeId)
                .query((row, _) -> new Announcement(row.getTimestamp("at").toInstant(), row.getInt("people")))
                .optional();
    }

    public boolean open(UUID programmeId) {
        return applying.running(programmeId);
    }

    /// Whom it would reach now.
    @Transactional
    public List<Person> recipients(UUID programmeId) {
        var left = consents.left();
        var applied = signUps.applied(programmeId);
        return people.all().values().stream()
                .filter(person ->
                        person.email() != null && !left.contains(person.id()) && !applied.contains(person.id()))
                .toList();
    }

    @Transactional
    public Answer announce(UUID programmeId, SignedIn who) {
        if (!open(programmeId)) {
            return new Shut();
        }
        var recipients = recipients(programmeId);
        if (recipients.isEmpty()) {
            return new Nobody();
        }
        var now = clock.instant();
        int noted = jdbc.sql("""
                        insert into announcement (programme_id, at, people) values (:programme, :at, :people) \
                        on conflict do nothing""")
                .param("programme", programmeId)
                .param("at", Timestamp.from(now))
                .param("people", recipients.size())
                .update();
        if (noted == 0) {
            return new Before(find(programmeId).orElseThrow());
        }
        decisions.add(new Decision(
                programmeId,
                now,
                who.accountId(),
                Decision.Act.CALL_ANNOUNCED,
                List.of(String.valueOf(recipients.size())),
                ""));
        events.publishEvent(new CallAnnounced(programmeId, recipients, now));
        return new Announced(new Announcement(now, recipients.size()));
    }
}
