// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets a draw aside that cannot stand, such as one from a list on which somebody was missing. It takes a reason that
/// everyone reads, and two people who are on no list of it: an owner asks, and another owner or an auditor signs. The
/// draw stays as it was, beside the next one, which has a secret and a list of its own and is held a day later at the
/// earliest. Nothing is set aside once anybody knows their counterpart (R65).
///
/// Whoever could draw again until the right ones are in is stopped by neither reason nor second person if the two are
/// in it together; then everyone sees how often it was drawn, and why it is said to be.
@Component
public class SettingDrawsAside {
    public static final int LONGEST_REASON = 2_000;

    private final Draws draws;
    private final PlacesOfDraws places;
    private final SettingsAside settings;
    private final ClosingLists lists;
    private final Phases phases;
    private final MovingOn moving;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettingDrawsAside(
            Draws draws,
            PlacesOfDraws places,
            SettingsAside settings,
            ClosingLists lists,
            Phases phases,
            MovingOn moving,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.draws = draws;
        this.places = places;
        this.settings = settings;
        this.lists = lists;
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
        /// There is no draw that was held and counts.
        NOT_DRAWN,
        /// There was a place for everyone, so nothing was left to lots.
        EVERYONE_STARTS,
        /// Pairs were published, or the programme was given up.
        TOO_LATE,
        /// None, or more than 2,000 characters.
        REASON,
        /// Somebody did already.
        ASKED,
        /// Nobody asks for it any more, or for another reason.
        NOT_ASKED,
        /// Whoever asked cannot sign.
        TWO_PEOPLE,
        /// The draw decided about whoever wants it gone.
        ON_THE_LIST
    }

    @Transactional
    public Answer ask(UUID programmeId, String reason, SignedIn who) {
        var draw = Acting.system(() -> standing(programmeId));
        var why = Acting.system(() -> whyNot(programmeId, draw, who));
        if (why != null || draw == null) {
            return refused(programmeId, why == null ? Why.NOT_DRAWN : why);
        }
        var text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            return new Refused(Why.REASON);
        }
        if (settings.asked(programmeId).isPresent()) {
            return new Refused(Why.ASKED);
        }
        var wanted = new SettingAside(programmeId, draw.round(), text, clock.instant(), who.accountId(), null, null);
        settings.ask(wanted);
        decided(wanted, Decision.Act.SETTING_ASIDE_ASKED, List.of(round(wanted)), who);
        events.publishEvent(new SettingAsideAsked(programmeId, draw.round()));
        return new Done();
    }

    /// The second signature, on what was asked for at that moment and nothing else.
    @Transactional
    public Answer sign(UUID programmeId, Instant askedAt, SignedIn who) {
        var draw = Acting.system(() -> standing(programmeId));
        var why = Acting.system(() -> whyNot(programmeId, draw, who));
        if (why != null || draw == null) {
            return refused(programmeId, why == null ? Why.NOT_DRAWN : why);
        }
        var wanted = settings.asked(programmeId)
                .filter(each -> each.askedAt().equals(askedAt))
                .orElse(null);
        if (wanted == null) {
            return new Refused(Why.NOT_ASKED);
        }
        if (wanted.askedBy().equals(who.accountId())) {
            return refused(programmeId, Why.TWO_PEOPLE);
        }
        var now = clock.instant();
        settings.sign(wanted, who.accountId(), now);
        var next = Acting.system(() -> begun(draw, wanted, who));
        events.publishEvent(new DrawSetAside(
                programmeId,
                draw.round(),
                Acting.system(() -> places.of(programmeId, draw.round())).stream()
                        .filter(each -> each.leftAt() == null)
                        .map(Listed::personId)
                        .toList(),
                wanted.reason(),
                next.notBefore(),
                now));
        return new Done();
    }

    /// The draw stays. Whoever asked can think better of it, too.
    @Transactional
    public Answer decline(UUID programmeId, SignedIn who) {
        Acting.system(() -> draws.hold(programmeId));
        var wanted = settings.asked(programmeId).orElse(null);
        if (wanted == null) {
            return new Refused(Why.NOT_ASKED);
        }
        settings.decline(wanted);
        decided(wanted, Decision.Act.SETTING_ASIDE_DECLINED, List.of(round(wanted)), who);
        events.publishEvent(new SettingAsideDeclined(programmeId, wanted.round()));
        return new Done();
    }

    /// Nobody moves the programme on, or takes a place of it, before this transaction is over.
    private @Nullable ProgrammeDraw standing(UUID programmeId) {
        phases.held(programmeId);
        return draws.hold(programmeId).filter(draw -> draw.held() != null).orElse(null);
    }

    private @Nullable Why whyNot(UUID programmeId, @Nullable ProgrammeDraw draw, SignedIn who) {
        if (draw == null) {
            return Why.NOT_DRAWN;
        }
        if (phases.of(programmeId) != Phase.DRAWN) {
            return Why.TOO_LATE;
        }
        if (draw.everyoneStarts()) {
            return Why.EVERYONE_STARTS;
        }
        var person = who.personId();
        return person != null && places.of(programmeId, person).isPresent() ? Why.ON_THE_LIST : null;
    }

    private ProgrammeDraw begun(ProgrammeDraw draw, SettingAside wanted, SignedIn who) {
        var next = lists.beginAgain(draw);
        var change = places.change(draw.programmeId(), next.round());
        decided(
                wanted,
                Decision.Act.DRAW_SET_ASIDE,
                List.of(round(wanted), String.valueOf(change.joined()), String.valueOf(change.gone())),
                who);
        moving.takeBackTheDraw(draw.programmeId(), who);
        return next;
    }

    private void decided(SettingAside wanted, Decision.Act act, List<String> about, SignedIn who) {
        Acting.system(() -> decisions.add(
                new Decision(wanted.programmeId(), clock.instant(), who.accountId(), act, about, wanted.reason())));
    }

    private static String round(SettingAside wanted) {
        return String.valueOf(wanted.round());
    }

    /// What somebody may not do is told to the log too.
    private Refused refused(UUID programmeId, Why why) {
        if (why == Why.TWO_PEOPLE || why == Why.ON_THE_LIST) {
            events.publishEvent(new SettingAsideRefused(programmeId, why));
        }
        return new Refused(why);
    }
}
