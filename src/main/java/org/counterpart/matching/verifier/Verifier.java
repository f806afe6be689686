// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.counterpart.matching.verifier.Verdict.Rejected;
import org.counterpart.matching.verifier.Verdict.Verified;
import tools.jackson.databind.JsonNode;

/// Checks that a result is what its certificate says and that nothing better exists: the pairs respect places and
/// roles, the objective is theirs, and every bound holds for every edge. Weak duality does the rest: prices p,
/// surcharges s and an amount λ a pair with p(mentor) + p(mentee) + s + λ ≥ D · value on every edge allowed bound
/// the value of P pairs by ⌊(Σ places · p + Σ s + λ · P) / D⌋. All arithmetic is exact.
public final class Verifier {
    private static final byte MENTOR = 1;
    private static final byte MENTEE = 2;

    private final Folder folder;
    private final Claims claims;
    private final BitSet outside;
    private final int[] places;

    private Verifier(Folder folder, Claims claims) {
        this.folder = folder;
        this.claims = claims;
        this.places = claims.capacity.clone();
        this.outside = new BitSet(claims.edges);
    }

    /// @throws IOException if the disk refuses; anything wrong with the files is a verdict
    public static Verdict verify(Path path) throws IOException {
        try {
            var folder = Folder.open(path);
            return new Verifier(folder, new Claims(folder)).verdict();
        } catch (Rejection rejection) {
            return new Rejected(rejection.key, rejection.arguments);
        } catch (ArithmeticException overflow) {
            return new Rejected("verifier.too-large", List.of());
        }
    }

    private Verdict verdict() {
        checkRolesAndPlaces();
        var all = objective(claims.pairs, "objective");
        takePinsOut();
        var free = (BitSet) claims.pairs.clone();
        free.andNot(claims.pins);
        var reached = objective(free, "free");
        int pairs = free.cardinality();
        checkStage("most", Long.MIN_VALUE, _ -> 1, pairs, pairs);
        if (pairs > 0) {
            checkStage("worst", Math.addExact(reached[0], 1), _ -> 1, pairs - 1, pairs);
            checkStage("total", reached[0], edge -> claims.benefit[edge], reached[1], pairs);
        }
        return new Verified(
                claims.pairs.cardinality(),
                claims.decimal(all[0]),
                claims.decimal(all[1]),
                claims.ids.size(),
                claims.edges);
    }

    private void checkRolesAndPlaces() {
        var use = new int[claims.ids.size()];
        var mentors = new BitSet();
        var mentees = new BitSet();
        for (int edge : claims.pairs.stream().toArray()) {
            use[claims.mentor[edge]]++;
            use[claims.mentee[edge]]++;
            mentors.set(claims.mentor[edge]);
            mentees.set(claims.mentee[edge]);
        }
        for (int person = 0; person < use.length; person++) {
            Rejection.unless(
                    use[person] <= claims.capacity[person],
                    "verifier.places",
                    claims.ids.get(person),
                    use[person],
                    claims.capacity[person]);
            Rejection.unless(
                    !mentors.get(person) || !mentees.get(person), "verifier.both-roles", claims.ids.get(person));
        }
    }

    /// The worst and the total benefit of some edges, after they were found to be what the certificate says.
    private long[] objective(BitSet edges, String field) {
        long worst = edges.isEmpty() ? 0 : Long.MAX_VALUE;
        long total = 0;
        for (int edge : edges.stream().toArray()) {
            worst = Math.min(worst, claims.benefit[edge]);
            total = Math.addExact(total, claims.benefit[edge]);
        }
        var said = folder.certificate.path(field);
        Rejection.unless(
                said.path("pairs").asInt(-1) == edges.cardinality()
                        && claims.units(said.path("worst"), field) == worst
                        && claims.units(said.path("total"), field) == total,
                "verifier.objective",
                field);
        return new long[] {worst, total};
    }

    private void takePinsOut() {
        var mentors = new BitSet();
        var mentees = new BitSet();
        for (int pin : claims.pins.stream().toArray()) {
            mentors.set(claims.mentor[pin]);
            mentees.set(claims.mentee[pin]);
            places[claims.mentor[pin]]--;
            places[claims.mentee[pin]]--;
        }
        for (int edge = 0; edge < claims.edges; edge++) {
            outside.set(
                    edge,
                    claims.pins.get(edge) || mentees.get(claims.mentor[edge]) || mentors.get(claims.mentee[edge]));
        }
    }

    private void checkStage(String stage, long floor, IntToLongFunction value, long most, int pairs) {
        var cases = new ArrayList<Map<Integer, String>>();
        int number = 0;
        for (var each : folder.certificate.path(stage)) {
            number++;
            var place = "certificate.json, %s, case %d".formatted(stage, number);
            var roles = roles(each, place);
            cases.add(roles);
            if (each.path("impossible").asBoolean(false)) {
                long fewer = stage.equals("most") ? pairs : pairs - 1L;
                checkBound(each, roles, floor, _ -> 1, fewer, pairs, place);
            } else {
                checkBound(each, roles, floor, value, most, pairs, place);
            }
        }
        Rejection.unless(leaveNothingOut(cases, Set.of()), "verifier.cases", stage);
    }

    private Map<Integer, String> roles(JsonNode each, String place) {
        var roles = new HashMap<Integer, String>();
        for (var role : each.path("roles").properties()) {
            var said = role.getValue().asString();
            Rejection.unless(said.equals("mentor") || said.equals("mentee"), "verifier.role", place, said);
            roles.put(claims.person(role.getKey(), place, 0), said);
        }
        return roles;
    }

    private void checkBound(
            JsonNode each,
            Map<Integer, String> roles,
            long floor,
            IntToLongFunction value,
            long most,
            int pairs,
            String place) {
        long denominator = whole(each.path("denominator"), place);
        long perPair = whole(each.path("per_pair"), place);
        Rejection.unless(denominator > 0, "verifier.denominator", place);
        var sum = BigInteger.valueOf(perPair).multiply(BigInteger.valueOf(pairs));
        var price = new long[claims.ids.size()];
        for (var entry : each.path("prices").properties()) {
            int person = claims.person(entry.getKey(), place, 0);
            price[person] = notNegative(entry.getValue(), place);
            sum = sum.add(BigInteger.valueOf(price[person]).multiply(BigInteger.valueOf(places[person])));
        }
        var surcharge = new HashMap<Integer, Long>();
        for (var entry : each.path("surcharges")) {
            int edge = claims.edge(entry.path(0).asString(), entry.path(1).asString(), place);
            long amount = notNegative(entry.path(2), place);
            Rejection.unless(surcharge.put(edge, amount) == null, "verifier.surcharged-twice", place);
            sum = sum.add(BigInteger.valueOf(amount));
        }
        var role = new byte[claims.ids.size()];
        roles.forEach((person, said) -> role[person] = said.equals("mentor") ? MENTOR : MENTEE);
        for (int edge = 0; edge < claims.edges; edge++) {
            int mentor = claims.mentor[edge];
            int mentee = claims.mentee[edge];
            if (claims.benefit[edge] >= floor
                    && role[mentor] != MENTEE
                    && role[mentee] != MENTOR
                    && !outside.get(edge)) {
                long paid = Math.addExact(Math.addExact(price[mentor], price[mentee]), perPair);
                long owed = Math.multiplyExact(denominator, value.applyAsLong(edge));
                if (paid < owed) {
                    paid = Math.addExact(paid, surcharge.getOrDefault(edge, 0L));
                }
                if (paid < owed) {
                    throw new Rejection(
                            "verifier.not-covered", place, claims.ids.get(mentor), claims.ids.get(mentee));
                }
            }
        }
        var limit = BigInteger.valueOf(most).add(BigInteger.ONE).multiply(BigInteger.valueOf(denominator));
        Rejection.unless(sum.compareTo(limit) < 0, "verifier.better", place);
    }

    private static long notNegative(JsonNode number, String place) {
        long amount = whole(number, place);
        Rejection.unless(amount >= 0, "verifier.negative", place);
        return amount;
    }

    private static long whole(JsonNode number, String place) {
        Rejection.unless(number.isIntegralNumber() && number.canConvertToLong(), "verifier.no-whole-number", place);
        return number.asLong();
    }

    /// Whether every way of assigning roles falls under one of the cases, by splitting on a person whom one
    /// mentions.
    private static boolean leaveNothingOut(List<Map<Integer, String>> cases, Set<Integer> settled) {
        if (cases.isEmpty()) {
            return false;
        }
        for (var each : cases) {
            if (settled.containsAll(each.keySet())) {
                return true;
            }
        }
        int person = cases.getFirst().keySet().stream()
                .filter(each -> !settled.contains(each))
                .min(Integer::compare)
                .orElseThrow();
        var now = new HashSet<>(settled);
        now.add(person);
        return leaveNothingOut(without(cases, person, "mentee"), now)
                && leaveNothingOut(without(cases, person, "mentor"), now);
    }

    private static List<Map<Integer, String>> without(List<Map<Integer, String>> cases, int person, String role) {
        return cases.stream().filter(each -> !role.equals(each.get(person))).toList();
    }
}
