// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves programmes on from phase to phase: in order, through every gate, and never without a reason.
@Component
public class MovingOn {
    public static final int LONGEST_REASON = 2_000;

    private final Phases phases;
    private final Decisions decisions;
    private final List<Gate> gates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MovingOn(Phases phases, Decisions decisions, List<Gate> gates, ApplicationEventPublisher events, Clock clock) {
        this.phases = phases;
        this.decisions = decisions;
        this.gates = List.copyOf(gates);
        this.events = events;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Answer {}

    public record Moved(Phase to) implements Answer {}

    /// @param missing everything that stands in the way
    public record Refused(List<Saying> missing) implements Answer {
        public Refused {
            missing = List.copyOf(missing);
        }
    }

    /// Refuses a phase that does not come next, one whose gate is closed, and a move without a reason. Whoever asks
    /// for the phase that the programme is in already, has it.
    @Transactional
    public Answer move(UUID programmeId, Phase to, String reason, SignedIn who) {
        var from = phases.held(programmeId);
        if (from == to) {
            return new Moved(to);
        }
        if (!from.byHand().contains(to)) {
            return new Refused(List.of(Saying.of("programme.phase.refused." + from)));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return new Refused(List.of(Saying.of("programme.phase.reason.wrong", LONGEST_REASON)));
        }
        var missing = missing(programmeId, to);
        if (!missing.isEmpty()) {
            return new Refused(missing);
        }
        move(programmeId, from, to, reason.strip(), who);
        return new Moved(to);
    }

    /// What stands between a programme and that phase, behind every gate.
    public List<Saying> missing(UUID programmeId, Phase to) {
        return gates.stream()
                .flatMap(gate -> gate.missing(programmeId, to).stream())
                .toList();
    }

    /// What was done brings the programme on: sign-ups taken over from a file end a call that never opened here, and
    /// publishing makes it matched. Nothing changes where the phase does not come next, for instance because the
    /// programme is in it or beyond.
    @Transactional
    public void reach(UUID programmeId, Phase to, SignedIn who) {
        var from = phases.held(programmeId);
        if (from.next().contains(to) && !from.byHand().contains(to)) {
            move(programmeId, from, to, "", who);
        }
    }

    /// Moves on what was announced for this moment, in the name of nobody. Nothing changes where the programme is not
    /// in
    /// that phase, for instance because another node was faster.
    @Transactional
    public void moveByTheClock(UUID programmeId, Phase from, Phase to) {
        if (phases.held(programmeId) == from && from.next().contains(to)) {
            move(programmeId, from, to, "", null);
        }
    }

    /// A draw that is set aside does not count, and its programme is where it was before it. Nothing changes in any
    /// other
    /// phase.
    @Transactional
    public void takeBackTheDraw(UUID programmeId, SignedIn who) {
        if (phases.held(programmeId) == Phase.DRAWN) {
            move(programmeId, Phase.DRAWN, Phase.CLOSED, "", who);
        }
    }

    private void move(UUID programmeId, Phase from, Phase to, String reason, @Nullable SignedIn who) {
        var now = clock.instant();
        phases.add(programmeId, to, now);
        decisions.add(new Decision(
                programmeId,
                now,
                who == null ? null : who.accountId(),
                Decision.Act.PHASE_CHANGED,
                List.of(from.name(), to.name()),
                reason));
        events.publishEvent(new PhaseChanged(programmeId, from, to, now, who));
    }
}
