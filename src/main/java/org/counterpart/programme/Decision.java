// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What an owner did, or nobody in person where it was announced, kept for ever (R75).
///
/// @param byName as they were called then; empty, as the address, where it was nobody
/// @param about the names and numbers that the act's sentence needs, in its order
/// @param reason in the owner's own words; empty where the act asks for none
public record Decision(
        UUID programmeId, Instant at, String byEmail, String byName, Act act, List<String> about, String reason) {
    public Decision {
        about = List.copyOf(about);
    }

    /// Stands for the name and the address of whoever decided where nobody did.
    public static final String BY_NOBODY = "";

    public boolean byNobody() {
        return byName.isEmpty();
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
        RESULTS_PUBLISHED
    }
}
