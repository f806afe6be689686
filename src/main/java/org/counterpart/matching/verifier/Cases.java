// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Checks lists of cases that bound what pairs can be worth: every price is held against every edge that its case
/// allows, sums are exact, and the cases leave nothing out.
final class Cases {
    private static final byte MENTOR = 1;
    private static final byte MENTEE = 2;

    private final Claims claims;
    private final BitSet outside;
    private final int[] places;
    private final List<QuotaClaim> held;

    /// @param outside edges that no case is about
    /// @param places that the free pairs may take
    /// @param held the quotas in force, which grow in number as the check goes on
    Cases(Claims claims, BitSet outside, int[] places, List<QuotaClaim> held) {
        this.claims = claims;
        this.outside = outside;
        this.places = places;
        this.held = held;
    }

    void check(String stage, JsonNode stated, long floor, IntToLongFunction value, long most, int pairs) {
        var cases = new ArrayList<Map<Integer, Boolean>>();
        for (var each : stated) {
            var place = "%s, case %d".formatted(stage, cases.size() + 1);
            var assumed = assumed(each, place);
            if (each.path("impossible").asBoolean(false)) {
                checkBound(each, assumed, floor, _ -> 1, pairs - 1L, pairs, place);
            } else {
                checkBound(each, assumed, floor, value, most, pairs, place);
            }
            cases.add(assumed);
        }
        Rejection.unless(leaveNothingOut(cases), "verifier.cases", stage);
    }

    /// What a case assumes: people by position are mentors or not, edges, counted down from −1, are made or not.
    Map<Integer, Boolean> assumed(JsonNode each, String place) {
        var assumed = new HashMap<Integer, Boolean>();
        for (var role : each.path("roles").properties()) {
            var said = role.getValue().asString();
            Rejection.unless(said.equals("mentor") || said.equals("mentee"), "verifier.role", place, said);
            assumed.put(claims.person(role.getKey(), place, 0), said.equals("mentor"));
        }
        for (var field : List.of("made", "unmade")) {
            for (var pair : each.path(field)) {
                int edge = claims.edge(pair.path(0).asString(), pair.path(1).asString(), place);
                Rejection.unless(assumed.put(-1 - edge, field.equals("made")) == null, "verifier.assumed", place);
            }
        }
        return assumed;
    }

    private void checkBound(
            JsonNode each,
            Map<Integer, Boolean> assumed,
            long floor,
            IntToLongFunction value,
            long most,
            int pairs,
            String place) {
        long denominator = Claims.whole(each.path("denominator"), place);
        long perPair = Claims.whole(each.path("per_pair"), place);
        Rejection.unless(denominator > 0, "verifier.denominator", place);
        var sum = BigInteger.valueOf(perPair).multiply(BigInteger.valueOf(pairs));
        var price = new long[claims.ids.size()];
        for (var entry : each.path("prices").properties()) {
            int person = claims.person(entry.getKey(), place, 0);
            price[person] = Claims.notNegative(entry.getValue(), place);
            sum = sum.add(BigInteger.valueOf(price[person]).multiply(BigInteger.valueOf(places[person])));
        }
        var surcharge = new HashMap<Integer, Long>();
        for (var entry : each.path("surcharges")) {
            int edge = claims.edge(entry.path(0).asString(), entry.path(1).asString(), place);
            // A pair that the case takes for made pays whatever is left, less than nothing as well.
            boolean made = assumed.getOrDefault(-1 - edge, false);
            long amount = made ? Claims.whole(entry.path(2), place) : Claims.notNegative(entry.path(2), place);
            Rejection.unless(surcharge.put(edge, amount) == null, "verifier.surcharged-twice", place);
            sum = sum.add(BigInteger.valueOf(amount));
        }
        var multipliers = multipliers(each, place);
        for (int quota = 0; quota < multipliers.length; quota++) {
            sum = sum.subtract(
                    BigInteger.valueOf(multipliers[quota]).multiply(BigInteger.valueOf(held.get(quota).inForce)));
        }
        var role = new byte[claims.ids.size()];
        var made = new BitSet();
        var unmade = new BitSet();
        assumed.forEach((key, said) -> {
            if (key >= 0) {
                role[key] = said ? MENTOR : MENTEE;
            } else {
                made.set(-1 - key, said);
                unmade.set(-1 - key, !said);
            }
        });
        for (int edge = 0; edge < claims.edges; edge++) {
            int mentor = claims.mentor[edge];
            int mentee = claims.mentee[edge];
            if (claims.benefit[edge] >= floor
                    && role[mentor] != MENTEE
                    && role[mentee] != MENTOR
                    && !unmade.get(edge)
                    && !outside.get(edge)) {
                long paid = Math.addExact(Math.addExact(price[mentor], price[mentee]), perPair);
                long owed = Math.multiplyExact(denominator, value.applyAsLong(edge));
                for (int quota = 0; quota < multipliers.length; quota++) {
                    owed = Math.addExact(
                            owed,
                            Math.multiplyExact(
                                    multipliers[quota], held.get(quota).counts(edge)));
                }
                if (paid < owed || made.get(edge)) {
                    paid = Math.addExact(paid, surcharge.getOrDefault(edge, 0L));
                }
                if (paid < owed) {
                    throw new Rejection("verifier.not-covered", place, claims.ids.get(mentor), claims.ids.get(mentee));
                }
            }
        }
        var limit = BigInteger.valueOf(most).add(BigInteger.ONE).multiply(BigInteger.valueOf(denominator));
        Rejection.unless(sum.compareTo(limit) < 0, "verifier.better", place);
    }

    private long[] multipliers(JsonNode each, String place) {
        var stated = each.path("multipliers");
        Rejection.unless(
                stated.isMissingNode() || stated.size() == held.size(), "verifier.multipliers", place, held.size());
        var multipliers = new long[stated.size()];
        for (int quota = 0; quota < multipliers.length; quota++) {
            multipliers[quota] = Claims.notNegative(stated.get(quota), place);
        }
        return multipliers;
    }

    /// Whether whatever could be falls under one of the cases, which are the ends of a tree: somebody or some pair is
    /// mentioned by all that are left, and each of them stands on one side of that question. Anything else could
    /// take longer to look through than there is time.
    static boolean leaveNothingOut(List<Map<Integer, Boolean>> cases) {
        var open = new ArrayDeque<List<Map<Integer, Boolean>>>();
        open.push(cases);
        while (!open.isEmpty()) {
            var branch = open.pop();
            if (branch.stream().noneMatch(Map::isEmpty)) {
                var common = branch.isEmpty()
                        ? new TreeSet<Integer>()
                        : new TreeSet<>(branch.getFirst().keySet());
                branch.forEach(each -> common.retainAll(each.keySet()));
                if (common.isEmpty()) {
                    return false;
                }
                int question = common.first();
                var sides = branch.stream()
                        .collect(Collectors.partitioningBy(each -> Boolean.TRUE.equals(each.remove(question))));
                open.push(sides.getOrDefault(true, List.of()));
                open.push(sides.getOrDefault(false, List.of()));
            }
        }
        return true;
    }
}
