// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterpart.matching.Evidence;
import org.jspecify.annotations.Nullable;

/// A mentor and a mentee who were asked whether they want to be a pair. Neither learns what the other said until
/// both have answered, and the owner never learns who said what (R03, R06).
///
/// @param answerBy until when both are asked; who has not answered then has declined
/// @param closedAt when it ended: its time ran out, one of the two left, or it could not go on
/// @param pause that holds now; none where it ended or is over
public record Pair(
        UUID id,
        UUID programmeId,
        String mentorId,
        String menteeId,
        List<Evidence> evidence,
        Instant proposedAt,
        Instant answerBy,
        @Nullable Answer mentorAnswer,
        @Nullable Answer menteeAnswer,
        @Nullable Instant closedAt,
        @Nullable Pause pause) {
    public Pair {
        evidence = List.copyOf(evidence);
    }

    /// How the pair stands for the owner.
    public enum Outcome {
        WAITING,
        AGREED,
        /// It rests, and goes on.
        PAUSED,
        NOT_GOING_AHEAD
    }

    /// How the pair stands for one of the two.
    public enum Side {
        /// They have not answered, and can.
        ASKED,
        /// They accepted, and the other has not answered.
        ACCEPTED,
        /// They declined.
        DECLINED,
        /// Both accepted.
        AGREED,
        /// It rests, whatever both answered so far.
        PAUSED,
        /// Both accepted, and it ended.
        ENDED,
        /// Both answered, and it does not come about.
        NOT_GOING_AHEAD,
        /// They did not answer in time, or are asked about another pair by now.
        CLOSED
    }

    public Outcome outcome() {
        if (mentorAnswer == Answer.DECLINED || menteeAnswer == Answer.DECLINED || closedAt != null) {
            return Outcome.NOT_GOING_AHEAD;
        }
        if (pause != null) {
            return Outcome.PAUSED;
        }
        return bothAnswered() ? Outcome.AGREED : Outcome.WAITING;
    }

    public Side side(String personId) {
        var own = answerOf(personId);
        if (own == Answer.DECLINED) {
            return Side.DECLINED;
        }
        if (bothAnswered() && !bothAccepted()) {
            return Side.NOT_GOING_AHEAD;
        }
        if (isOpen() && pause != null) {
            return Side.PAUSED;
        }
        if (bothAccepted()) {
            return isOpen() ? Side.AGREED : Side.ENDED;
        }
        if (closedAt != null) {
            return own == null ? Side.CLOSED : Side.NOT_GOING_AHEAD;
        }
        return own == null ? Side.ASKED : Side.ACCEPTED;
    }

    public boolean bothAnswered() {
        return mentorAnswer != null && menteeAnswer != null;
    }

    public boolean bothAccepted() {
        return mentorAnswer == Answer.ACCEPTED && menteeAnswer == Answer.ACCEPTED;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    boolean onOneLine() {
        return pause != null && pause.cause() == Pause.Cause.REPORTING_LINE;
    }

    public boolean has(String personId) {
        return mentorId.equals(personId) || menteeId.equals(personId);
    }

    public boolean isMentor(String personId) {
        return mentorId.equals(personId);
    }

    public String otherThan(String personId) {
        return isMentor(personId) ? menteeId : mentorId;
    }

    @Nullable
    Answer answerOf(String personId) {
        return isMentor(personId) ? mentorAnswer : menteeAnswer;
    }
}
