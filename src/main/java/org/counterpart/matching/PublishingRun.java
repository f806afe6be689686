// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.enrolment.places.Draws;
import org.counterpart.enrolment.places.ProgrammeDraw;
import org.counterpart.matching.MatchRun.Proposal;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Publishes the latest run: its new pairs come into force and both people of each are asked, in one transaction
/// with the mail that asks them. A run that today's sign-ups, rules or wishes would not allow any more is refused.
@Component
public class PublishingRun {
    private final Gathering gathering;
    private final MatchRuns runs;
    private final StandingPairs standingPairs;
    private final Decisions decisions;
    private final Phases phases;
    private final Draws draws;
    private final MovingOn moving;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishingRun(
            Gathering gathering,
            MatchRuns runs,
            StandingPairs standingPairs,
            Decisions decisions,
            Phases phases,
            Draws draws,
            MovingOn moving,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gathering = gathering;
        this.runs = runs;
        this.standingPairs = standingPairs;
        this.decisions = decisions;
        this.phases = phases;
        this.draws = draws;
        this.moving = moving;
        this.events = events;
        this.clock = clock;
    }

    /// What became of it.
    public sealed interface Answer {}

    public record Published(int newPairs) implements Answer {}

    public record Refused(Why why) implements Answer {}

    public enum Why {
        /// A newer run exists, or this one does not.
        NOT_THE_LATEST,
        ALREADY_PUBLISHED,
        /// People, rules or wishes changed since, so that a pair is not allowed any more.
        OUT_OF_DATE,
        /// Every pair of the run is in force already.
        NOTHING_NEW,
        /// People still answer the call; pairs before its end would favour those who came first (R65).
        CALL_OPEN,
        /// More people answered than there are places, and nothing decided yet who starts.
        DRAW_DUE,
        /// It would be longer than the decision log keeps.
        REASON_TOO_LONG
    }

    /// @param reason for the decision log, in the owner's words; may be empty
    @Transactional
    public Answer publish(UUID programmeId, UUID runId, String reason, SignedIn who) {
        if (reason.strip().length() > DecidingPairs.LONGEST_REASON) {
            return new Refused(Why.REASON_TOO_LONG);
        }
        runs.nextNumber(programmeId);
        var latest = runs.latest(programmeId);
        if (latest.isEmpty() || !latest.get().id().equals(runId)) {
            return new Refused(Why.NOT_THE_LATEST);
        }
        var run = latest.get();
        if (run.published()) {
            return new Refused(Why.ALREADY_PUBLISHED);
        }
        if (phases.held(programmeId) == Phase.OPEN) {
            return new Refused(Why.CALL_OPEN);
        }
        if (draws.find(programmeId).filter(ProgrammeDraw::due).isPresent()) {
            return new Refused(Why.DRAW_DUE);
        }
        if (outOfDate(programmeId, run)) {
            return new Refused(Why.OUT_OF_DATE);
        }
        var newPairs = run.proposals().stream().filter(pair -> !pair.standing()).toList();
        if (newPairs.isEmpty()) {
            return new Refused(Why.NOTHING_NEW);
        }
        publish(run, newPairs, reason, who);
        return new Published(newPairs.size());
    }

    private void publish(MatchRun run, List<Proposal> newPairs, String reason, SignedIn who) {
        var now = clock.instant();
        runs.publish(run.id(), who.accountId(), now);
        standingPairs.publish(
                run.programmeId(),
                run.id(),
                newPairs.stream().map(Proposal::key).toList());
        decisions.add(new Decision(
                run.programmeId(),
                now,
                who.accountId(),
                Decision.Act.PAIRS_PUBLISHED,
                List.of(String.valueOf(run.number()), String.valueOf(newPairs.size())),
                reason.strip()));
        moving.reach(run.programmeId(), Phase.MATCHED, who);
        events.publishEvent(new RunPublished(
                run.programmeId(),
                run.id(),
                newPairs,
                run.leftOut().stream().map(LeftOut::personId).collect(Collectors.toUnmodifiableSet()),
                now));
    }

    private boolean outOfDate(UUID programmeId, MatchRun run) {
        var gathered = gathering.gather(programmeId);
        var standing = run.proposals().stream()
                .filter(Proposal::standing)
                .map(Proposal::key)
                .collect(Collectors.toSet());
        if (!standing.equals(gathered.wishes().standing())) {
            return true;
        }
        var proposed = run.proposals().stream().map(Proposal::key).collect(Collectors.toSet());
        if (!proposed.containsAll(gathered.wishes().locked())) {
            return true;
        }
        var again = new Wishes(proposed, gathered.wishes().forbidden(), standing);
        return Matching.refusals(gathered.call(), gathered.rules(), again).isPresent();
    }
}
