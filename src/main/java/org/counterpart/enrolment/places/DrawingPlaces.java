// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpart.enrolment.draw.Draw;
import org.counterpart.enrolment.draw.Drawn;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Refused.Fault;
import org.counterpart.enrolment.draw.Secret;
import org.counterpart.enrolment.places.ProgrammeDraw.Digested;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Draws the places of a programme, once and for good, unless the draw is set aside. Nobody sees an outcome before it
/// is the outcome: there is no
/// trying of other words.
@Component
public class DrawingPlaces {
    public static final int LONGEST_WITNESS = 200;
    public static final int LONGEST_SOURCE = 2_000;

    private final Draws draws;
    private final PlacesOfDraws places;
    private final FillingPlaces filling;
    private final CriteriaOfProgrammes criteria;
    private final Phases phases;
    private final MovingOn moving;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DrawingPlaces(
            Draws draws,
            PlacesOfDraws places,
            FillingPlaces filling,
            CriteriaOfProgrammes criteria,
            Phases phases,
            MovingOn moving,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.draws = draws;
        this.places = places;
        this.filling = filling;
        this.criteria = criteria;
        this.phases = phases;
        this.moving = moving;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Answer {}

    public record Done() implements Answer {}

    public record Refused(Why why) implements Answer {}

    public enum Why {
        /// No call opened here, so there is no secret to draw with.
        NO_CALL,
        CALL_OPEN,
        /// No number of places was settled, or a role has nobody.
        NOTHING_TO_DRAW,
        ALREADY_DRAWN,
        /// Pairs were published, or the programme was given up.
        TOO_LATE,
        /// It follows one that was set aside, and everyone has a day to read why.
        TOO_SOON,
        /// Nothing was said by the witness, or more than 200 characters, or signs that nobody sees.
        WITNESS,
        /// It was said for the draw that was set aside.
        WITNESS_KNOWN,
        /// Where the witness's value is from is not said, or in more than 2,000 characters.
        SOURCE
    }

    /// @param witness a value that nobody controls alone, known only after the list was closed; not asked for where
    /// everyone starts
    /// @param source where everybody can look it up
    @Transactional
    public Answer draw(UUID programmeId, String witness, String source, SignedIn who) {
        var phase = phases.held(programmeId);
        var draw = Acting.system(() -> draws.hold(programmeId)).orElse(null);
        var why = whyNot(draw, phase, clock.instant());
        if (why != null || draw == null || !(draw.list() instanceof Digested list)) {
            return new Refused(why == null ? Why.NOTHING_TO_DRAW : why);
        }
        var said = draw.everyoneStarts() ? "" : Normalizer.normalize(witness.strip(), Normalizer.Form.NFC);
        if (!draw.everyoneStarts() && said.isEmpty()) {
            return new Refused(Why.WITNESS);
        }
        if (!draw.everyoneStarts() && source.isBlank() || source.strip().length() > LONGEST_SOURCE) {
            return new Refused(Why.SOURCE);
        }
        if (saidBefore(draw, said)) {
            return new Refused(Why.WITNESS_KNOWN);
        }
        var spoken = new Witness(said, draw.everyoneStarts() ? "" : source.strip());
        return switch (Acting.system(() -> drawn(programmeId, list, spoken))) {
            case org.counterpart.enrolment.draw.Refused(List<Fault> faults) -> refused(faults);
            case Drawn drawn -> {
                keep(draw, drawn, who);
                yield new Done();
            }
        };
    }

    private record Witness(String said, String source) {}

    private boolean saidBefore(ProgrammeDraw draw, String said) {
        return !said.isEmpty()
                && draws.of(draw.programmeId()).stream()
                        .map(ProgrammeDraw::held)
                        .anyMatch(
                                held -> held != null && held.secret().witness().equals(said));
    }

    private static @Nullable Why whyNot(@Nullable ProgrammeDraw draw, Phase phase, Instant now) {
        if (draw == null) {
            return Why.NO_CALL;
        }
        if (draw.held() != null) {
            return Why.ALREADY_DRAWN;
        }
        if (draw.closed() == null) {
            return Why.CALL_OPEN;
        }
        if (phase != Phase.CLOSED) {
            return Why.TOO_LATE;
        }
        return now.isBefore(draw.notBefore()) ? Why.TOO_SOON : null;
    }

    private org.counterpart.enrolment.draw.Drawing drawn(UUID programmeId, Digested list, Witness witness) {
        var closed = ClosingLists.closed(places.of(programmeId), list.terms());
        if (!closed.digest().equals(list.digest())) {
            throw new IllegalStateException(
                    "The list of programme %s has the digest %s, and %s was published. Maybe a row was changed by hand."
                            .formatted(programmeId, closed.digest(), list.digest()));
        }
        return Draw.of(
                closed.applicants(),
                closed.terms(),
                new Secret(draws.seed(programmeId), witness.said(), witness.source()));
    }

    private static Answer refused(List<Fault> faults) {
        if (faults.stream().allMatch(fault -> fault.why() == org.counterpart.enrolment.draw.Refused.Why.WITNESS)) {
            return new Refused(Why.WITNESS);
        }
        throw new IllegalStateException("A list that was closed cannot be drawn from: %s.".formatted(faults));
    }

    private void keep(ProgrammeDraw draw, Drawn drawn, SignedIn who) {
        var programmeId = draw.programmeId();
        var now = clock.instant();
        Acting.system(() -> {
            places.drawn(programmeId, drawn.proofs().values());
            draws.hold(
                    programmeId,
                    draw.round(),
                    now,
                    drawn.secret(),
                    drawn.notice().root());
        });
        moving.reach(programmeId, Phase.DRAWN, who);
        decisions.add(new Decision(
                programmeId,
                now,
                who.accountId(),
                Decision.Act.PLACES_DRAWN,
                List.of(
                        count(drawn, Outcome.START_NOW),
                        count(drawn, Outcome.RESERVE),
                        count(drawn, Outcome.COMPARISON)),
                drawn.secret().source()));
        Acting.system(() -> filling.fill(programmeId, now));
        events.publishEvent(new PlacesDrawn(
                programmeId,
                Acting.system(() -> places.of(programmeId)),
                criteria.find(programmeId)
                        .map(kept -> kept.criteria().nextWaveOn())
                        .orElse(null),
                now));
    }

    private static String count(Drawn drawn, Outcome outcome) {
        return String.valueOf(drawn.on(outcome).size());
    }
}
