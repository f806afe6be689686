// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.counterpart.matching.verifier.Verdict.Rejected;
import org.counterpart.matching.verifier.Verdict.Verified;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Checks that a result is what its certificate says and that nothing better exists: the pairs respect places and
/// roles, the objective is theirs, and every bound holds for every edge. Weak duality does the rest: prices p,
/// surcharges s and an amount λ a pair with p(mentor) + p(mentee) + s + λ ≥ D · value on every edge allowed bound
/// the value of P pairs by ⌊(Σ places · p + Σ s + λ · P) / D⌋. All arithmetic is exact.
public final class Verifier {
    private final Folder folder;
    private final Claims claims;
    private final BitSet outside;
    private final int[] places;

    /// By how much more each goal is not excluded, where that is anything.
    private final Map<String, Long> margins = new LinkedHashMap<>();

    /// The quotas as far as the check has come, each with what is in force.
    private final List<QuotaClaim> held = new ArrayList<>();

    private final Cases cases;

    private Verifier(Folder folder, Claims claims) {
        this.folder = folder;
        this.claims = claims;
        this.places = claims.capacity.clone();
        this.outside = new BitSet(claims.edges);
        this.cases = new Cases(claims, outside, places, held);
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
                claims.unweighed(folder.certificate),
                goals,
                margins);
    }

    /// By how much more a goal is not excluded; nothing where the certificate does not say.
    private long margin(String goal) {
        var stated = folder.certificate.path("margin").path(goal);
        long margin = stated.isMissingNode() ? 0 : Claims.notNegative(stated, "certificate.json, margin");
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
                    quotas.isEmpty() || Claims.whole(each.path("per_pair"), "certificate.json, most") == 0,
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
                cases.check(
                        quota.place + ", proof",
                        quota.proof,
                        Long.MIN_VALUE,
                        quota::counts,
                        Math.addExact(quota.inForce, quota.margin),
                        pairs);
                if (quota.margin > 0) {
                    margins.merge("quotas", quota.margin, Math::max);
                }
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
            var assumed = cases.assumed(chain, place);
            Rejection.unless(assumed.keySet().stream().allMatch(key -> key >= 0), "verifier.assumed", place);
            if (chain.path("undecided").asBoolean(false)) {
                margins.put("even", 1L);
            } else {
                chains.check(chain, allowed(assumed, floor), place);
            }
            parts.add(assumed);
        }
        Rejection.unless(Cases.leaveNothingOut(parts), "verifier.cases", "certificate.json, even");
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
        boolean holds = Claims.whole(said.path("pairs"), "certificate.json, " + field) == edges.cardinality()
                && claims.units(said.path("worst"), field) == claims.worst(edges)
                && claims.units(said.path("total"), field) == Claims.sum(edges, edge -> claims.benefit[edge]);
        for (var goal : List.of("waiting", "kept")) {
            holds &= !goals.contains(goal)
                    || Claims.whole(said.path(goal), "certificate.json, " + field)
                            == Claims.sum(edges, claims.counts(goal));
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
        cases.check("certificate.json, " + stage, folder.certificate.path(stage), floor, value, most, pairs);
    }
}
