// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.counterpart.enrolment.Role;
import org.counterpart.matching.Candidates.Prospects;

/// Someone in no pair, and the exact reason. The reason is for the owner; it never names another person.
public record LeftOut(String personId, Role role, Why why) {
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    public sealed interface Why {}

    /// No counterpart passes the required rules; `prospects` says which rule removed how many.
    public record NoCounterpart(Prospects prospects) implements Why {}

    /// Too few places: `people` (this one among them) would take part in `wanted` pairs together, but can only be
    /// paired with `counterparts` who have `places` places together, and all of those are taken. By Kőnig's theorem
    /// nobody can be added without leaving another out.
    public record TooFewPlaces(int people, int wanted, int counterparts, int places) implements Why {}

    /// Counterparts with places left exist, but serving this person would leave more people out elsewhere.
    public record WouldCostOthers(int counterparts) implements Why {}

    /// The pairs are stable ones: every possible counterpart gains at least as much from the pairs they have.
    public record OthersGainMore(int counterparts) implements Why {}

    /// Places are left, but taking them with this person would go against the required quotas.
    public record HeldByQuotas() implements Why {}
}
