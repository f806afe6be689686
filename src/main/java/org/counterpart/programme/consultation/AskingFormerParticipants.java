// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.consultation;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpart.identity.EmailAddress;
import org.counterpart.identity.Secret;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Phases;
import org.counterpart.programme.consultation.Consulting.Fault;
import org.counterpart.programme.consultation.Consulting.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks people by mail who took part in an earlier programme, and takes their answer (R63). A link is good for 30 days,
/// for one answer, and until the call opens. Whoever holds it can write and never read.
@Component
public class AskingFormerParticipants {
    private static final Duration GOOD_FOR = Duration.ofDays(30);

    private final ConsultationLinks links;
    private final Consultations consultations;
    private final Consulting consulting;
    private final Phases phases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AskingFormerParticipants(
            ConsultationLinks links,
            Consultations consultations,
            Consulting consulting,
            Phases phases,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.consultations = consultations;
        this.consulting = consulting;
        this.phases = phases;
        this.events = events;
        this.clock = clock;
    }

    /// Who was asked and has not answered yet.
    public List<Asked> open(UUID programmeId) {
        return links.of(programmeId, clock.instant());
    }

    /// Nothing where they are asked.
    @Transactional
    public Set<Fault> ask(UUID programmeId, String name, String address) {
        var faults = EnumSet.noneOf(Fault.class);
        var knownAs = name.strip();
        var to = EmailAddress.read(address);
        if (!phases.of(programmeId).beforeTheCall()) {
            return EnumSet.of(Fault.TOO_LATE);
        }
        if (knownAs.isEmpty() || knownAs.length() > Consulting.LONGEST_NAME) {
            faults.add(Fault.NAME_WRONG);
        } else if (consultations.heard(programmeId, knownAs)) {
            faults.add(Fault.HEARD_ALREADY);
        }
        if (to.isEmpty()) {
            faults.add(Fault.ADDRESS_WRONG);
        }
        if (faults.isEmpty()) {
            var now = clock.instant();
            var asked = new Asked(
                    UUID.randomUUID(), programmeId, knownAs, to.orElseThrow().text(), now, now.plus(GOOD_FOR));
            var link = Secret.fresh();
            links.add(asked, link);
            events.publishEvent(new FormerParticipantAsked(asked, link));
        }
        return faults;
    }

    /// The link opens nothing any more. False where there is none.
    @Transactional
    public boolean takeBack(UUID programmeId, UUID id) {
        return links.remove(programmeId, id);
    }

    /// Who is asked by a link; empty where it is not good any more.
    public Optional<Asked> behind(Secret link) {
        return Acting.system(() -> links.behind(link, clock.instant())
                .filter(asked -> phases.of(asked.programmeId()).beforeTheCall()));
    }

    /// Nothing where the answer was taken, after which the link opens nothing; empty altogether where it did not
    /// before.
    @Transactional
    public Optional<Set<Fault>> answer(Secret link, Typed typed) {
        return behind(link)
                .map(asked -> Acting.system(() -> {
                    var faults = consulting.hear(
                            asked.programmeId(),
                            new Typed(
                                    asked.knownAs(),
                                    typed.part(),
                                    typed.programme(),
                                    typed.value(),
                                    typed.successes(),
                                    typed.pitfalls()));
                    if (faults.isEmpty()) {
                        links.remove(asked.programmeId(), asked.id());
                    }
                    return faults;
                }));
    }
}
