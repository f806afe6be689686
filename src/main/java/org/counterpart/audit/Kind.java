// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

/// What can happen; each has its sentence in the texts. Written into events by name, so no name ever changes.
public enum Kind {
    SIGNED_IN,
    SIGNED_OUT,
    /// Never says for which address, nor whether anybody has it.
    SIGN_IN_LINK_ASKED,
    SIGN_IN_LINK_REFUSED,
    /// The reason says what was wrong with the provider's answer.
    SIGN_ON_REFUSED,
    LINKED_TO_PROVIDER,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    /// To come in by, to keep, or to take away; the reason says why.
    PASSKEY_REFUSED,
    /// About those by whose old address nobody signs in any more.
    ADDRESSES_CHANGED,
    OWNER_SET_UP,
    /// By whoever runs the server, for an owner who lost every passkey.
    RECOVERY_ISSUED,
    /// The event is about a route's pattern; what was asked for may be a secret.
    ACCESS_REFUSED,
    /// The reason names the duty, here and below.
    DUTY_PROPOSED,
    DUTY_CONFIRMED,
    DUTY_ENDED,
    /// To confirm or to end it; here the reason says why.
    DUTY_REFUSED,
    PROGRAMME_STARTED,
    /// The reason names the phase that the programme went to.
    PHASE_CHANGED,
    /// About those whose sign-up was added or changed.
    PEOPLE_IMPORTED,
    SIGN_UPS_WITHDRAWN,
    /// About everyone on the list.
    PLACES_DRAWN,
    /// That a draw is not to count.
    SETTING_ASIDE_ASKED,
    /// Alone, or by somebody about whom the draw decided.
    SETTING_ASIDE_REFUSED,
    SETTING_ASIDE_DECLINED,
    /// About everyone whose place it decided.
    DRAW_SET_ASIDE,
    /// About whoever came from the reserve. By nobody: it follows from the order that was drawn.
    PLACE_FILLED,
    /// Handed an application in, or handed it in again.
    APPLIED,
    APPLICATION_WITHDRAWN,
    RULES_CHANGED,
    PAIR_LOCKED,
    PAIR_FORBIDDEN,
    PAIR_LEFT_OPEN,
    /// About everyone who was signed up.
    MATCHING_RUN,
    /// About those who were asked.
    PAIRS_PUBLISHED,
    /// About those whom a published run has in no pair.
    PEOPLE_LEFT_OUT,
    /// Never says who answered, or who was last: that would tell who said no (R03, R06).
    PAIR_DECIDED,
    /// The reason says whether it was asked for or a reporting line came about; never who asked.
    PAIR_PAUSED,
    PAIR_RESUMED,
    /// By an owner, because of a reporting line.
    PAIR_ENDED,
    /// About the hash of an entry in somebody's key log, so that none is taken out or put in unseen.
    KEY_LOGGED,
    /// About whoever it was by the random id that stays of them.
    PERSON_ERASED,
    ERASURE_REFUSED,
    /// Events up to the one that it is about were past their term and went. It holds the hash of that one, by which the
    /// verifier goes on.
    TERM_ENDED
}
