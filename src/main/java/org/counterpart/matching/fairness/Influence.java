// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

/// Every fact that a matching starts from, and what it may do to the outcome. Tests change each fact and hold the pairs
/// against this list, so that what the audit says of it is true.
public enum Influence {
    ROLE(Effect.DECIDES),
    CAPACITY(Effect.DECIDES),
    OFFERS(Effect.DECIDES),
    WANTS(Effect.DECIDES),
    PREFER(Effect.DECIDES),
    AVOID(Effect.DECIDES),
    MANAGER_ID(Effect.DECIDES),
    LEVEL(Effect.DECIDES),
    DEPARTMENT(Effect.DECIDES),
    SITE(Effect.DECIDES),
    LANGUAGES(Effect.DECIDES),
    TIMEZONE(Effect.DECIDES),
    AVAILABILITY(Effect.DECIDES),
    ID(Effect.BREAKS_TIES),
    NAME(Effect.NEVER),
    EMAIL(Effect.NEVER),
    COUNTRY(Effect.NEVER),
    CONTRACT(Effect.NEVER),
    GOALS(Effect.NEVER);

    private final Effect effect;

    Influence(Effect effect) {
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }

    /// What a fact may do.
    public enum Effect {
        /// A rule or a weight reads it.
        DECIDES,
        /// Only a digest of it is read, to order people among whom nothing else decides.
        BREAKS_TIES,
        /// No change of it changes a pair.
        NEVER
    }
}
