// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.counterpart.enrolment.draw.Seats;
import org.counterpart.enrolment.draw.Secret;
import org.counterpart.enrolment.draw.Terms;
import org.jspecify.annotations.Nullable;

/// What everyone who is signed in may know of the draw of a programme.
///
/// @param round which draw of the programme, from 1; each but the last was set aside
/// @param commitment SHA-256 of the seed, since the call opened
/// @param closed none while the call is open
/// @param held none before the draw
public record ProgrammeDraw(
        UUID programmeId,
        int round,
        String commitment,
        Instant committedAt,
        @Nullable ListClosed closed,
        @Nullable Held held) {
    /// After a draw that was set aside, everyone has that long to read why, before anything is drawn again.
    public static final Duration NOTICE = Duration.ofDays(1);

    /// The list of applicants as it was fixed.
    ///
    /// @param list none where there is nothing to draw: no number of places was settled, or a role has nobody
    public record ListClosed(
            Instant at, int applicants, @Nullable Digested list) {}

    /// @param terms places, which are never more than there are applicants for them
    public record Digested(String digest, Terms terms) {
        public int starting() {
            return terms.pools().values().stream().mapToInt(Seats::start).sum();
        }

        public int inReserve() {
            return terms.pools().values().stream().mapToInt(Seats::reserve).sum();
        }
    }

    /// @param secret opened by the draw
    /// @param root one hash that stands for all places
    public record Held(Instant at, Secret secret, String root) {}

    /// What is drawn from; none before the call is closed, and where there is nothing to draw.
    public @Nullable Digested list() {
        return closed == null ? null : closed.list();
    }

    /// When it can be held at the earliest.
    public Instant notBefore() {
        return round == 1 ? committedAt : committedAt.plus(NOTICE);
    }

    /// Whether there is a place for everybody who applied.
    public boolean everyoneStarts() {
        var list = list();
        return closed != null && list != null && list.starting() == closed.applicants();
    }

    /// Whether somebody has to be left for the next wave or the reserve, and nothing decided yet who.
    public boolean due() {
        return list() != null && held == null && !everyoneStarts();
    }
}
