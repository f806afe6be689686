// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A quota as the certificate states it: what a pair counts, how much is needed of all pairs together, and how much the
/// free ones are said to be held to. A share of a hundredths counts 100 − a for a pair that joins two groups, −a for
/// any other, and needs 0.
final class QuotaClaim {
    private static final long MOST = 1_000_000_000;

    final String place;
    final boolean required;
    final long inForce;

    /// By how much more is not excluded.
    final long margin;

    final JsonNode proof;
    private final Claims claims;
    private final String counting;
    private final long least;
    private final int[] group;

    QuotaClaim(Claims claims, JsonNode stated, int number) {
        this.claims = claims;
        place = "certificate.json, quota %d".formatted(number);
        counting = stated.path("counting").asString();
        Rejection.unless(
                List.of("across", "people", "mentors", "mentees").contains(counting),
                "verifier.counting",
                place,
                counting);
        least = Claims.whole(stated.path("least"), place);
        Rejection.unless(least >= 0 && least <= (share() ? 100 : MOST), "verifier.least", place, least);
        Rejection.unless(stated.path("required").isBoolean(), "verifier.required", place);
        required = stated.path("required").asBoolean();
        inForce = Claims.whole(stated.path("in_force"), place);
        margin = stated.has("margin") ? Claims.notNegative(stated.path("margin"), place) : 0;
        proof = stated.path("proof");
        group = new int[claims.ids.size()];
        Arrays.fill(group, -1);
        for (var entry : stated.path("groups").properties()) {
            long said = Claims.whole(entry.getValue(), place);
            Rejection.unless(said >= 0 && said <= MOST, "verifier.group", place, said);
            group[claims.person(entry.getKey(), place, 0)] = (int) said;
        }
    }

    private boolean share() {
        return counting.equals("across");
    }

    long counts(int edge) {
        int mentor = group[claims.mentor[edge]];
        int mentee = group[claims.mentee[edge]];
        return switch (counting) {
            case "across" -> (mentor >= 0 && mentee >= 0 && mentor != mentee ? 100 : 0) - least;
            case "people" -> (mentor == 0 ? 1 : 0) + (mentee == 0 ? 1 : 0);
            case "mentors" -> mentor == 0 ? 1 : 0;
            default -> mentee == 0 ? 1 : 0;
        };
    }

    /// What the free pairs must reach beside the pinned ones.
    long need() {
        return (share() ? 0 : least) - reached(claims.pins);
    }

    long reached(BitSet edges) {
        return Claims.sum(edges, this::counts);
    }
}
