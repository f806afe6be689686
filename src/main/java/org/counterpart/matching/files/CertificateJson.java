// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterpart.matching.solver.Bound;
import org.counterpart.matching.solver.Case;
import org.counterpart.matching.solver.Goal;
import org.counterpart.matching.solver.Objective;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The certificate as text. Its form is docs/methods/matching.md; the last line seals every byte before it.
final class CertificateJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Certified certified;
    private final Instance instance;

    CertificateJson(Certified certified) {
        this.certified = certified;
        this.instance = certified.instance();
    }

    /// @param digests SHA-256 of the other files by name
    byte[] text(String seed, Map<String, String> digests) {
        var root = JSON.createObjectNode();
        root.put("format", "counterpart-certificate");
        root.put("version", 1);
        root.set("objective", objective(certified.objective()));
        root.put("seed", seed);
        root.put("decimals", instance.decimals());
        root.set("free", objective(certified.free().objective()));
        var pins = root.putArray("pins");
        for (int edge : instance.pinned()) {
            pins.add(pair(edge));
        }
        describe(instance.aims(), root);
        var proof = certified.free().proof();
        root.set("most", cases(proof.most()));
        for (var stage : proof.stages()) {
            root.set(name(stage.goal()), cases(stage.cases()));
        }
        var files = root.putObject("files");
        digests.forEach(files::put);
        return sealed(root);
    }

    private static byte[] sealed(ObjectNode root) {
        var body = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        var open = body.substring(0, body.lastIndexOf('}')).stripTrailing() + ",\n";
        var seal = Digest.of(open.getBytes(StandardCharsets.UTF_8));
        return (open + "  \"seal\" : \"" + seal + "\"\n}\n").getBytes(StandardCharsets.UTF_8);
    }

    private void describe(Aims aims, ObjectNode root) {
        var goals = root.putArray("goals");
        aims.goals().forEach(goal -> goals.add(name(goal)));
        var before = root.putObject("before");
        if (aims.goals().contains(Goal.KEPT)) {
            var pairs = before.putArray("pairs");
            for (int edge : aims.previous()) {
                pairs.add(pair(edge));
            }
        }
        if (aims.goals().contains(Goal.WAITING)) {
            var waiting = before.putArray("waiting");
            for (int person : aims.waiting()) {
                waiting.add(instance.ids()[person]);
            }
        }
    }

    private static String name(Goal goal) {
        return goal.name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode objective(Objective objective) {
        var node = JSON.createObjectNode()
                .put("pairs", objective.pairs())
                .put("worst", instance.decimal(objective.worst()))
                .put("total", instance.decimal(objective.total()));
        if (instance.aims().goals().contains(Goal.WAITING)) {
            node.put("waiting", objective.waiting());
        }
        if (instance.aims().goals().contains(Goal.KEPT)) {
            node.put("kept", objective.kept());
        }
        return node;
    }

    private ArrayNode pair(int edge) {
        return JSON.createArrayNode().add(instance.mentorId(edge)).add(instance.menteeId(edge));
    }

    private ArrayNode cases(List<Case> cases) {
        var all = JSON.createArrayNode();
        for (var each : cases) {
            var node = all.addObject();
            var roles = node.putObject("roles");
            for (int person : each.mentors()) {
                roles.put(instance.ids()[person], "mentor");
            }
            for (int person : each.mentees()) {
                roles.put(instance.ids()[person], "mentee");
            }
            node.put("impossible", each.impossible());
            describe(each.bound(), node);
        }
        return all;
    }

    private void describe(Bound bound, ObjectNode node) {
        node.put("denominator", bound.denominator());
        node.put("per_pair", bound.perPair());
        var prices = node.putObject("prices");
        for (int person = 0; person < bound.prices().length; person++) {
            if (bound.prices()[person] != 0) {
                prices.put(instance.ids()[person], bound.prices()[person]);
            }
        }
        var surcharges = node.putArray("surcharges");
        for (int i = 0; i < bound.surcharges().length; i++) {
            surcharges.add(pair(certified.edge(bound.surchargedEdges()[i])).add(bound.surcharges()[i]));
        }
    }
}
