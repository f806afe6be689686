// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import tools.jackson.databind.JsonNode;

/// Checks that the pairs cannot be better one after the other: link by link, each a bound on one thing among whatever
/// reaches as much of everything before as the pairs do. Where a bound is reached exactly, only edges whose prices are
/// just covered remain, people with a price use all their places, and edges with a surcharge are made; later prices and
/// surcharges of those may be negative. Where it falls short of the pairs, the part is closed.
final class Chains {
    private final Claims claims;
    private final int[] places;
    private final BitSet free;
    private final IntToLongFunction soFar;
    private final boolean weighed;
    private final List<String> after;
    private final long highest;

    /// @param places that the free pairs may take
    /// @param free the pairs that were chosen
    /// @param soFar what the goals before weigh, if `weighed`
    /// @param after goals that come later and add up
    /// @param highest benefit of any edge
    Chains(
            Claims claims,
            int[] places,
            BitSet free,
            boolean weighed,
            IntToLongFunction soFar,
            List<String> after,
            long highest) {
        this.claims = claims;
        this.places = places;
        this.free = free;
        this.weighed = weighed;
        this.soFar = soFar;
        this.after = after;
        this.highest = highest;
    }

    /// @param allowed the edges of the part
    void check(JsonNode chain, BitSet allowed, String place) {
        var part = new Part((BitSet) allowed.clone());
        var missing = missing();
        long asked = Long.MIN_VALUE;
        for (var link : chain.path("links")) {
            var about = link.path("about").asString();
            if (about.equals("above")) {
                long level = Claims.whole(link.path("level"), place);
                Rejection.unless(level > asked && noPairBetween(asked, level), "verifier.level", place, level);
                asked = level;
            } else {
                var expected = missing.isEmpty() ? "" : missing.removeFirst();
                Rejection.unless(about.equals(expected), "verifier.link", place, about, expected);
                Rejection.unless(
                        after.isEmpty() || !about.equals(after.getFirst()) || noPairBetween(asked, highest),
                        "verifier.level",
                        place,
                        highest);
            }
            if (part.fallsShort(link, value(about, asked), place)) {
                return;
            }
        }
        Rejection.unless(missing.isEmpty(), "verifier.link", place, "", missing.isEmpty() ? "" : missing.getFirst());
        Rejection.unless(noPairBetween(asked, highest), "verifier.level", place, highest);
    }

    private List<String> missing() {
        var missing = new ArrayList<String>(List.of("pairs"));
        if (weighed) {
            missing.add("so_far");
        }
        missing.addAll(after);
        return missing;
    }

    /// Whether no pair has a benefit above one level and below another, so that no link is left out.
    private boolean noPairBetween(long level, long next) {
        return free.stream().noneMatch(edge -> claims.benefit[edge] > level && claims.benefit[edge] < next);
    }

    private IntToLongFunction value(String about, long level) {
        return switch (about) {
            case "pairs" -> _ -> 1;
            case "so_far" -> soFar;
            case "above" -> edge -> claims.benefit[edge] > level ? 1 : 0;
            default -> claims.counts(about);
        };
    }

    /// What is known of whatever could still be as good as the pairs.
    private final class Part {
        private final BitSet allowed;
        private final BitSet usedUp = new BitSet();
        private final BitSet made = new BitSet();

        Part(BitSet allowed) {
            this.allowed = allowed;
        }

        boolean fallsShort(JsonNode link, IntToLongFunction value, String place) {
            long denominator = Claims.whole(link.path("denominator"), place);
            Rejection.unless(denominator > 0, "verifier.denominator", place);
            Rejection.unless(Claims.whole(link.path("per_pair"), place) == 0, "verifier.per-pair", place);
            var sum = BigInteger.ZERO;
            var price = new long[claims.ids.size()];
            for (var entry : link.path("prices").properties()) {
                int person = claims.person(entry.getKey(), place, 0);
                price[person] = Claims.whole(entry.getValue(), place);
                Rejection.unless(price[person] >= 0 || usedUp.get(person), "verifier.negative", place);
                sum = sum.add(BigInteger.valueOf(price[person]).multiply(BigInteger.valueOf(places[person])));
            }
            var surcharge = surcharges(link, place);
            for (long amount : surcharge.values()) {
                sum = sum.add(BigInteger.valueOf(amount));
            }
            var tight = tight(denominator, price, surcharge, value, place);
            var reached = BigInteger.valueOf(Claims.sum(free, value)).multiply(BigInteger.valueOf(denominator));
            Rejection.unless(sum.compareTo(reached) <= 0, "verifier.better", place);
            if (sum.compareTo(reached) < 0) {
                return true;
            }
            allowed.and(tight);
            for (int person = 0; person < price.length; person++) {
                usedUp.set(person, usedUp.get(person) || price[person] > 0);
            }
            surcharge.forEach((edge, amount) -> made.set(edge, made.get(edge) || amount > 0));
            return false;
        }

        private Map<Integer, Long> surcharges(JsonNode link, String place) {
            var surcharge = new HashMap<Integer, Long>();
            for (var entry : link.path("surcharges")) {
                int edge = claims.edge(entry.path(0).asString(), entry.path(1).asString(), place);
                long amount = Claims.whole(entry.path(2), place);
                Rejection.unless(amount >= 0 || made.get(edge), "verifier.negative", place);
                Rejection.unless(surcharge.put(edge, amount) == null, "verifier.surcharged-twice", place);
            }
            return surcharge;
        }

        private BitSet tight(
                long denominator, long[] price, Map<Integer, Long> surcharge, IntToLongFunction value, String place) {
            var tight = new BitSet();
            for (int edge = allowed.nextSetBit(0); edge >= 0; edge = allowed.nextSetBit(edge + 1)) {
                int mentor = claims.mentor[edge];
                int mentee = claims.mentee[edge];
                long paid =
                        Math.addExact(Math.addExact(price[mentor], price[mentee]), surcharge.getOrDefault(edge, 0L));
                long owed = Math.multiplyExact(denominator, value.applyAsLong(edge));
                if (paid < owed) {
                    throw new Rejection("verifier.not-covered", place, claims.ids.get(mentor), claims.ids.get(mentee));
                }
                tight.set(edge, paid == owed);
            }
            return tight;
        }
    }
}
