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
/// @param closedAt when it stopped being open to answers without both having answered
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
        @Nullable Instant closedAt) {
    public Pair {
        evidence = List.copyOf(evidence);
    }

    /// How the pair stands for the owner.
    public enum Outcome {
        WAITING,
        AGREED,
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
        /// Both answered, and it does not come about.
        NOT_GOING_AHEAD,
        /// They did not answer in time, or are asked about another pair by now.
        CLOSED
    }

    public Outcome outcome() {
        if (mentorAnswer == Answer.DECLINED || menteeAnswer == Answer.DECLINED || closedAt != null) {
            return Outcome.NOT_GOING_AHEAD;
        }
        return bothAnswered() ? Outcome.AGREED : Outcome.WAITING;
    }

    public Side side(String personId) {
        var own = answerOf(personId);
        if (own == Answer.DECLINED) {
            return Side.DECLINED;
        }
        if (bothAnswered()) {
            return outcome() == Outcome.AGREED ? Side.AGREED : Side.NOT_GOING_AHEAD;
        }
        if (closedAt != null) {
            return own == null ? Side.CLOSED : Side.NOT_GOING_AHEAD;
        }
        return own == null ? Side.ASKED : Side.ACCEPTED;
    }

    public boolean bothAnswered() {
        return mentorAnswer != null && menteeAnswer != null;
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
