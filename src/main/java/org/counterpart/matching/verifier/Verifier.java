// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.counterpart.matching.verifier.Verdict.Rejected;
import org.counterpart.matching.verifier.Verdict.Verified;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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

    /// By how much more each goal is not excluded, where that is anything.
    private final Map<String, Long> margins = new LinkedHashMap<>();

    /// The quotas as far as the check has come, each with what is in force.
    private final List<QuotaClaim> held = new ArrayList<>();

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
        } catch (JacksonException wrong) {
            var rejection = new Rejection("verifier.json", String.valueOf(wrong.getOriginalMessage()));
            return new Rejected(rejection.key, rejection.arguments);
        } catch (ArithmeticException overflow) {
            return new Rejected("verifier.too-large", List.of());
        }
    }

    private Verdict verdict() {
        checkRolesAndPlaces();
        var goals = goals();
        checkObjective(claims.pairs, "objective", goals);
        if (goals.equals(List.of("stable"))) {
            return new StableCheck(folder.certificate, claims).verdict();
        }
        takePinsOut();
        var free = (BitSet) claims.pairs.clone();
        free.andNot(claims.pins);
        checkObjective(free, "free", goals);
        int pairs = free.cardinality();
        var quotas = quotas(goals);
        quotas.stream().filter(each -> each.required).forEach(held::add);
        // About one pair more than there are: an amount a pair would otherwise vouch for itself.
        long spare = margin("most");
        checkStage("most", Long.MIN_VALUE, _ -> 1, pairs + spare, Math.toIntExact(pairs + spare + 1));
        checkQuotas(quotas, free, pairs);
        if (pairs > 0) {
            checkGoals(goals, free, pairs);
        }
        return new Verified(
                claims.pairs.cardinality(),
                claims.decimal(claims.worst(claims.pairs)),
                claims.decimal(Claims.sum(claims.pairs, edge -> claims.benefit[edge])),
                claims.ids.size(),
                claims.edges,
                goals,
                margins);
    }

    /// By how much more a goal is not excluded; nothing where the certificate does not say.
    private long margin(String goal) {
        var stated = folder.certificate.path("margin").path(goal);
        long margin = stated.isMissingNode() ? 0 : notNegative(stated, "certificate.json, margin");
        if (margin > 0) {
            margins.put(goal, margin);
        }
        return margin;
    }

    private List<QuotaClaim> quotas(List<String> goals) {
        var quotas = new ArrayList<QuotaClaim>();
        for (var stated : folder.certificate.path("quotas")) {
            quotas.add(new QuotaClaim(claims, stated, quotas.size() + 1));
        }
        Rejection.unless(quotas.isEmpty() || !goals.contains("even"), "verifier.even-quotas");
        // More pairs than one more could keep quotas that one more cannot; so nothing may hang on their number.
        for (var each : folder.certificate.path("most")) {
            Rejection.unless(
                    quotas.isEmpty() || whole(each.path("per_pair"), "certificate.json, most") == 0,
                    "verifier.per-pair");
        }
        return quotas;
    }

    /// Quotas come in their order: each is reached in full, or as far as those before it allow.
    private void checkQuotas(List<QuotaClaim> quotas, BitSet free, int pairs) {
        for (var quota : quotas) {
            Rejection.unless(
                    quota.inForce <= quota.need() && (!quota.required || quota.inForce == quota.need()),
                    "verifier.in-force",
                    quota.place);
            Rejection.unless(quota.reached(free) >= quota.inForce, "verifier.quota", quota.place);
            if (quota.inForce < quota.need() && pairs > 0) {
                checkCases(quota.place + ", proof", quota.proof, Long.MIN_VALUE, quota::counts, quota.inForce, pairs);
            }
            if (!quota.required) {
                held.add(quota);
            }
        }
    }

    /// Goals that add up are weighed one after the other: with P pairs and m the largest amount of the next one, an
    /// earlier one counts 2·P·m + 1 times as much. The worst-off pair is a floor for all goals after it.
    private void checkGoals(List<String> goals, BitSet free, int pairs) {
        long floor = Long.MIN_VALUE;
        IntToLongFunction worth = null;
        for (var goal : goals) {
            if (goal.equals("even")) {
                checkChains(goals, free, floor, worth);
                return;
            } else if (goal.equals("worst")) {
                long worst = claims.worst(free);
                checkStage(
                        goal,
                        Math.addExact(Math.addExact(worst, 1), margin(goal)),
                        worth == null ? _ -> 1 : worth,
                        worth == null ? pairs - 1L : Claims.sum(free, worth) - 1,
                        pairs);
                floor = worst;
            } else {
                worth = then(worth, claims.counts(goal), pairs);
                checkStage(goal, floor, worth, Math.addExact(Claims.sum(free, worth), margin(goal)), pairs);
            }
        }
    }

    /// From here on goals are checked one after the other within what is equal, without being weighed. All benefits
    /// are settled then, and the total with them.
    private void checkChains(List<String> goals, BitSet free, long floor, @Nullable IntToLongFunction worth) {
        var after = goals.subList(goals.indexOf("even") + 1, goals.size()).stream()
                .filter(goal -> !goal.equals("total"))
                .toList();
        long highest = Long.MIN_VALUE;
        for (int edge = 0; edge < claims.edges; edge++) {
            highest = outside.get(edge) ? highest : Math.max(highest, claims.benefit[edge]);
        }
        var chains = new Chains(claims, places, free, worth != null, worth == null ? _ -> 0 : worth, after, highest);
        var parts = new ArrayList<Map<Integer, Boolean>>();
        for (var chain : folder.certificate.path("even")) {
            var place = "certificate.json, even, part %d".formatted(parts.size() + 1);
            var assumed = assumed(chain, place);
            Rejection.unless(assumed.keySet().stream().allMatch(key -> key >= 0), "verifier.assumed", place);
            if (chain.path("undecided").asBoolean(false)) {
                margins.put("even", 1L);
            } else {
                chains.check(chain, allowed(assumed, floor), place);
            }
            parts.add(assumed);
        }
        Rejection.unless(leaveNothingOut(parts), "verifier.cases", "certificate.json, even");
    }

    private BitSet allowed(Map<Integer, Boolean> assumed, long floor) {
        var allowed = new BitSet(claims.edges);
        for (int edge = 0; edge < claims.edges; edge++) {
            allowed.set(
                    edge,
                    claims.benefit[edge] >= floor
                            && !outside.get(edge)
                            && assumed.getOrDefault(claims.mentor[edge], true)
                            && !assumed.getOrDefault(claims.mentee[edge], false));
        }
        return allowed;
    }

    private IntToLongFunction then(@Nullable IntToLongFunction earlier, IntToLongFunction later, int pairs) {
        if (earlier == null) {
            return later;
        }
        long largest = 0;
        for (int edge = 0; edge < claims.edges; edge++) {
            if (!outside.get(edge)) {
                largest = Math.max(largest, Math.absExact(later.applyAsLong(edge)));
            }
        }
        long factor = Math.addExact(Math.multiplyExact(2L * pairs, largest), 1);
        return edge -> Math.addExact(Math.multiplyExact(earlier.applyAsLong(edge), factor), later.applyAsLong(edge));
    }

    private List<String> goals() {
        var goals = new ArrayList<String>();
        for (var goal : folder.certificate.path("goals")) {
            Rejection.unless(
                    List.of("waiting", "worst", "even", "total", "kept", "stable")
                                    .contains(goal.asString())
                            && !goals.contains(goal.asString()),
                    "verifier.goal",
                    goal.asString());
            goals.add(goal.asString());
        }
        if (goals.equals(List.of("stable"))) {
            return goals;
        }
        Rejection.unless(!goals.contains("stable"), "verifier.stable");
        Rejection.unless(goals.contains("worst") || goals.contains("total"), "verifier.goals");
        int even = goals.indexOf("even");
        Rejection.unless(even < 0 || goals.subList(0, even).contains("worst"), "verifier.even");
        return goals;
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

    private void checkObjective(BitSet edges, String field, List<String> goals) {
        var said = folder.certificate.path(field);
        boolean holds = whole(said.path("pairs"), "certificate.json, " + field) == edges.cardinality()
                && claims.units(said.path("worst"), field) == claims.worst(edges)
                && claims.units(said.path("total"), field) == Claims.sum(edges, edge -> claims.benefit[edge]);
        for (var goal : List.of("waiting", "kept")) {
            holds &= !goals.contains(goal)
                    || whole(said.path(goal), "certificate.json, " + field) == Claims.sum(edges, claims.counts(goal));
        }
        Rejection.unless(holds, "verifier.objective", field);
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
        checkCases("certificate.json, " + stage, folder.certificate.path(stage), floor, value, most, pairs);
    }

    private void checkCases(String stage, JsonNode stated, long floor, IntToLongFunction value, long most, int pairs) {
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
    private Map<Integer, Boolean> assumed(JsonNode each, String place) {
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
            // A pair that the case takes for made pays whatever is left, less than nothing as well.
            boolean made = assumed.getOrDefault(-1 - edge, false);
            long amount = made ? whole(entry.path(2), place) : notNegative(entry.path(2), place);
            Rejection.unless(surcharge.put(edge, amount) == null, "verifier.surcharged-twice", place);
            sum = sum.add(BigInteger.valueOf(amount));
        }
        var multipliers = multipliers(each, place);
        for (int quota = 0; quota < multipliers.length; quota++) {
            sum = sum.subtract(
                    BigInteger.valueOf(multipliers[quota]).multiply(BigInteger.valueOf(held.get(quota).inForce)));
        }
        var role = new byte[claims.ids.size()];
        var unmade = new BitSet();
        assumed.forEach((key, said) -> {
            if (key >= 0) {
                role[key] = said ? MENTOR : MENTEE;
            } else {
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
                if (paid < owed || assumed.getOrDefault(-1 - edge, false)) {
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
            multipliers[quota] = notNegative(stated.get(quota), place);
        }
        return multipliers;
    }

    private static long notNegative(JsonNode number, String place) {
        long amount = whole(number, place);
        Rejection.unless(amount >= 0, "verifier.negative", place);
        return amount;
    }

    static long whole(JsonNode number, String place) {
        Rejection.unless(number.isIntegralNumber() && number.canConvertToLong(), "verifier.no-whole-number", place);
        return number.asLong();
    }

    /// Whether whatever could be falls under one of the cases, which are the ends of a tree: somebody or some pair is
    /// mentioned by all that are left, and each of them stands on one side of that question. Anything else could
    /// take longer to look through than there is time.
    private static boolean leaveNothingOut(List<Map<Integer, Boolean>> cases) {
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
