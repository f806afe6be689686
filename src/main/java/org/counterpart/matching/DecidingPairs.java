// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What owners decide before a run: the rules, and single pairs to lock, forbid or leave open. Each act goes into
/// the decision log.
@Component
public class DecidingPairs {
    static final int LONGEST_REASON = 500;

    private final Gathering gathering;
    private final MatchSettings settings;
    private final PairWishes wishes;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecidingPairs(
            Gathering gathering,
            MatchSettings settings,
            PairWishes wishes,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gathering = gathering;
        this.settings = settings;
        this.wishes = wishes;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /// What became of a wish about a pair.
    public enum Answer {
        DONE,
        /// The reason is empty or longer than 500 characters.
        REASON_NEEDED,
        /// One of the two did not sign up, or not for that role, or both are the same person.
        NOT_SIGNED_UP,
        /// A required rule, or what one of the two asked for, stands against it; which is not said.
        NOT_ALLOWED,
        /// The pair is in force; it ends only by its people.
        STANDING
    }

    @Transactional
    public Answer decide(UUID programmeId, PairKey pair, PairWish.Kind kind, String reason, SignedIn who) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return Answer.REASON_NEEDED;
        }
        var gathered = gathering.gather(programmeId);
        if (gathered.wishes().standing().contains(pair)) {
            return Answer.STANDING;
        }
        boolean possible = gathered.signUps().stream()
                        .anyMatch(each -> each.personId().equals(pair.mentor())
                                && each.role().mayMentor())
                && gathered.signUps().stream()
                        .anyMatch(each -> each.personId().equals(pair.mentee())
                                && each.role().mayBeMentored());
        if (!possible || pair.mentor().equals(pair.mentee())) {
            return Answer.NOT_SIGNED_UP;
        }
        if (kind == PairWish.Kind.LOCKED && !mayLock(gathered, pair)) {
            return Answer.NOT_ALLOWED;
        }
        wishes.save(programmeId, new PairWish(pair, kind, reason.strip(), who.accountId(), clock.instant()));
        log(
                programmeId,
                switch (kind) {
                    case LOCKED -> Decision.Act.PAIR_LOCKED;
                    case FORBIDDEN -> Decision.Act.PAIR_FORBIDDEN;
                },
                List.of(pair.mentor(), pair.mentee()),
                reason,
                who);
        events.publishEvent(new PairWished(programmeId, pair, kind));
        return Answer.DONE;
    }

    @Transactional
    public void leaveOpen(UUID programmeId, PairKey pair, SignedIn who) {
        if (wishes.remove(programmeId, pair)) {
            log(programmeId, Decision.Act.PAIR_LEFT_OPEN, List.of(pair.mentor(), pair.mentee()), "", who);
            events.publishEvent(new PairWished(programmeId, pair, null));
        }
    }

    /// Saves the rules if they differ from what holds.
    ///
    /// @param told the rules in words, for the log
    @Transactional
    public boolean changeRules(UUID programmeId, Rules rules, String told, SignedIn who) {
        if (rules.equals(settings.of(programmeId))) {
            return false;
        }
        settings.save(programmeId, rules);
        log(programmeId, Decision.Act.RULES_CHANGED, List.of(told), "", who);
        events.publishEvent(new RulesChanged(programmeId));
        return true;
    }

    private static boolean mayLock(Gathering.Gathered gathered, PairKey pair) {
        var forbidden = new java.util.HashSet<>(gathered.wishes().forbidden());
        forbidden.remove(pair);
        forbidden.addAll(gathered.released());
        var locked = new java.util.HashSet<>(gathered.wishes().locked());
        locked.add(pair);
        return Matching.refusals(
                        gathered.call(),
                        gathered.rules(),
                        new Wishes(locked, forbidden, gathered.wishes().standing()))
                .isEmpty();
    }

    private void log(UUID programmeId, Decision.Act act, List<String> about, String reason, SignedIn who) {
        decisions.add(new Decision(programmeId, clock.instant(), who.accountId(), act, about, reason.strip()));
    }
}
