// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Starts a programme from what an owner typed.
@Component
public class StartingProgrammes {
    private static final int LONGEST_NAME = 120;

    private final Programmes programmes;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StartingProgrammes(Programmes programmes, Decisions decisions, ApplicationEventPublisher events, Clock clock) {
        this.programmes = programmes;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Answer {}

    public record Started(UUID id) implements Answer {}

    public record Refused(boolean nameWrong, boolean expectedWrong) implements Answer {}

    @Transactional
    public Answer start(String name, String expected, SignedIn who) {
        boolean nameWrong = name.isBlank() || name.strip().length() > LONGEST_NAME;
        int people = expected.strip().matches("\\d{1,6}") ? Integer.parseInt(expected.strip()) : 0;
        boolean expectedWrong = people < 2 || people > 100_000;
        if (nameWrong || expectedWrong) {
            return new Refused(nameWrong, expectedWrong);
        }
        var programme = new Programme(UUID.randomUUID(), name.strip(), people, clock.instant());
        programmes.start(programme);
        decisions.add(new Decision(
                programme.id(),
                programme.startedAt(),
                who.accountId(),
                Decision.Act.PROGRAMME_STARTED,
                List.of(programme.name(), String.valueOf(people)),
                ""));
        events.publishEvent(new ProgrammeStarted(programme.id()));
        return new Started(programme.id());
    }
}
