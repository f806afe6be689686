// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.counterpart.pairing.Pause.Cause;
import org.counterpart.postgres.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets a pair that both accepted rest until a day, when one of the two asks for it, and go on again. Nobody is asked
/// for a reason, and who asked is not kept.
@Component
public class PausingPairs {
    /// Longer than half a programme is better ended, and matched again later.
    static final int MOST_WEEKS = 13;

    private final Pairs pairs;
    private final Pauses pauses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PausingPairs(Pairs pairs, Pauses pauses, ApplicationEventPublisher events, Clock clock) {
        this.pairs = pairs;
        this.pauses = pauses;
        this.events = events;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Answer {}

    public record Done() implements Answer {}

    /// Not a day from `first` to `last`.
    public record WrongDay(LocalDate first, LocalDate last) implements Answer {}

    /// The pair is not this person's.
    public record NotTheirs() implements Answer {}

    /// The days until which a pair can rest, from tomorrow on.
    public WrongDay days() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new WrongDay(today.plusDays(1), today.plusWeeks(MOST_WEEKS));
    }

    /// A pair that rests already rests until the new day. Nothing changes for one that is not agreed, or ended.
    ///
    /// @param until as a form sends it, 2026-12-31
    @Transactional
    public Answer pause(UUID pairId, String personId, String until) {
        return Acting.system(() -> {
            var held = pairs.hold(pairId, personId);
            if (held.isEmpty()) {
                return new NotTheirs();
            }
            var days = days();
            var day = day(until);
            if (day == null || day.isBefore(days.first()) || day.isAfter(days.last())) {
                return days;
            }
            var pair = held.get();
            if (pair.bothAccepted() && pair.isOpen()) {
                var pause = new Pause(Cause.ASKED, day);
                var now = clock.instant();
                pauses.begin(pairId, pause, now);
                events.publishEvent(
                        new PairPaused(pairId, pair.programmeId(), pair.mentorId(), pair.menteeId(), pause, now));
            }
            return new Done();
        });
    }

    /// Ends a pause that was asked for; one because of a reporting line ends with the line.
    @Transactional
    public Answer resume(UUID pairId, String personId) {
        return Acting.system(() -> {
            var held = pairs.hold(pairId, personId);
            if (held.isEmpty()) {
                return new NotTheirs();
            }
            var pair = held.get();
            if (pair.isOpen() && pair.pause() instanceof Pause pause && pause.cause() == Cause.ASKED) {
                var now = clock.instant();
                pauses.end(pairId, Cause.ASKED, now);
                events.publishEvent(new PairResumed(
                        pairId, pair.programmeId(), pair.mentorId(), pair.menteeId(), Cause.ASKED, now));
            }
            return new Done();
        });
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
