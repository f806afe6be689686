// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an owner did, or nobody in person where it was announced, kept for ever (R75).
///
/// @param by account of whoever decided; none where it was nobody
/// @param about the ids, numbers and words that the act's sentence needs, in its order; an id is empty once its person
/// is erased
/// @param reason in the owner's own words; empty where the act asks for none
public record Decision(
        UUID programmeId, Instant at, @Nullable UUID by, Act act, List<String> about, String reason) {
    public Decision {
        about = List.copyOf(about);
    }

    /// What can be decided; each has its sentence in the texts.
    public enum Act {
        PROGRAMME_STARTED,
        /// About the phase that the programme left and the one that it went to.
        PHASE_CHANGED,
        /// About the digest of what was published.
        CRITERIA_FROZEN,
        /// About a country, how those who speak for its employees stand, and since when.
        COUNTRY_SETTLED,
        /// About how many were written to.
        CALL_ANNOUNCED,
        PEOPLE_IMPORTED,
        RULES_CHANGED,
        /// About the mentor and the mentee, by their ids in the roster.
        PAIR_LOCKED,
        PAIR_FORBIDDEN,
        PAIR_LEFT_OPEN,
        MATCHING_RUN,
        PAIRS_PUBLISHED,
        /// About how many start, are in reserve, and in the next wave; the reason says where the witness's value is
        /// from.
        PLACES_DRAWN,
        /// Because somebody on it was erased before anything was drawn, in the name of nobody; about how many are on
        /// it, its
        /// digest before and its digest now.
        LIST_CLOSED_ANEW,
        /// That a draw is not to count; about which one.
        SETTING_ASIDE_ASKED,
        /// By whoever signed; about which draw, and how many joined and left its list since.
        DRAW_SET_ASIDE,
        /// That it is; about which draw.
        SETTING_ASIDE_DECLINED,
        /// By the order of the reserve, in the name of nobody; about the turn.
        PLACE_FILLED,
        /// One that rested because of a reporting line; the people are in the audit log alone.
        PAIR_ENDED,
        /// For everyone to read; about their version. The reason says why an earlier one is corrected.
        RESULTS_PUBLISHED;

        /// Whether it is about two people, of whom ids are kept.
        public boolean namesPeople() {
            return this == PAIR_LOCKED || this == PAIR_FORBIDDEN || this == PAIR_LEFT_OPEN;
        }
    }
}
