// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.counterpart.matching.solver.Bound;
import org.counterpart.matching.solver.Case;
import org.counterpart.matching.solver.Chain;
import org.counterpart.matching.solver.Goal;
import org.counterpart.matching.solver.Objective;
import org.counterpart.matching.solver.Proof;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The certificate as text, written as it comes: its prices are as many as the people. Its form is
/// docs/methods/matching.md; the last line seals every byte before it.
final class CertificateJson {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT, StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writerWithDefaultPrettyPrinter();

    private final Certified certified;
    private final Instance instance;
    private final JsonGenerator json;

    private CertificateJson(Certified certified, JsonGenerator json) {
        this.certified = certified;
        this.instance = certified.instance();
        this.json = json;
    }

    /// @param digests SHA-256 of the other files by name
    static void write(Certified certified, String seed, Map<String, String> digests, OutputStream out)
            throws IOException {
        var digest = Digest.sha256();
        var sealed = new DigestOutputStream(out, digest);
        try (var json = JSON.createGenerator(sealed)) {
            new CertificateJson(certified, json).body(seed, digests);
        }
        sealed.write(",\n".getBytes(StandardCharsets.UTF_8));
        var seal = HexFormat.of().formatHex(digest.digest());
        out.write(("  \"seal\" : \"" + seal + "\"\n}\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Everything but the seal and the end.
    private void body(String seed, Map<String, String> digests) {
        json.writeStartObject();
        json.writeStringProperty("format", "counterpart-certificate");
        json.writeNumberProperty("version", 1);
        describe("objective", certified.objective());
        json.writeStringProperty("seed", seed);
        json.writeNumberProperty("decimals", instance.decimals());
        if (instance.unweighed() > 0) {
            json.writeObjectPropertyStart("shortlisted");
            json.writeNumberProperty("allowed", instance.edges().size() + instance.unweighed());
            json.writeNumberProperty("weighed", instance.edges().size());
            json.writeEndObject();
        }
        if (certified.stable() instanceof Stable stable) {
            describe(stable);
        } else {
            describe("free", certified.free().objective());
        }
        json.writeArrayPropertyStart("pins");
        for (int edge : instance.pinned()) {
            pair(edge);
        }
        json.writeEndArray();
        describe(instance.aims());
        var proof = certified.free().proof();
        if (certified.stable() == null) {
            describe(proof);
        }
        json.writeObjectPropertyStart("files");
        digests.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private void describe(Proof proof) {
        cases("most", proof.most());
        json.writeArrayPropertyStart("quotas");
        for (int quota = 0; quota < instance.aims().quotas().size(); quota++) {
            describe(instance.aims().quotas().get(quota), proof.quotas().get(quota));
        }
        json.writeEndArray();
        for (var stage : proof.stages()) {
            cases(name(stage.goal()), stage.cases());
        }
        if (!proof.complete()) {
            margins(proof);
        }
        if (!proof.even().isEmpty()) {
            chains(proof.even());
        }
    }

    /// In units, and what goals weigh together where there was one before.
    private void margins(Proof proof) {
        json.writeObjectPropertyStart("margin");
        json.writeNumberProperty("most", proof.spare());
        for (var stage : proof.stages()) {
            json.writeNumberProperty(name(stage.goal()), stage.margin());
        }
        json.writeEndObject();
    }

    /// The roles of those who may be either, and what the best pairs would reach.
    private void describe(Stable stable) {
        json.writeObjectPropertyStart("roles");
        var edges = instance.edges();
        var mentees = new boolean[instance.people()];
        for (int edge = 0; edge < edges.size(); edge++) {
            mentees[edges.mentee(edge)] = true;
        }
        for (int person = 0; person < instance.people(); person++) {
            if (mentees[person] && edges.from(person) < edges.from(person + 1)) {
                json.writeStringProperty(instance.ids()[person], stable.mentors()[person] ? "mentor" : "mentee");
            }
        }
        json.writeEndObject();
        describe("optimum", stable.best().objective());
    }

    /// `in_force` is what the free pairs are held to.
    private void describe(QuotaAim quota, Proof.Kept kept) {
        json.writeStartObject();
        json.writeStringProperty("name", quota.name());
        json.writeStringProperty("counting", quota.counting().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("least", quota.least());
        json.writeBooleanProperty("required", quota.required());
        json.writeNumberProperty("in_force", kept.need());
        if (kept.margin() > 0) {
            json.writeNumberProperty("margin", kept.margin());
        }
        json.writeObjectPropertyStart("groups");
        for (int person = 0; person < quota.group().length; person++) {
            if (quota.group()[person] >= 0) {
                json.writeNumberProperty(instance.ids()[person], quota.group()[person]);
            }
        }
        json.writeEndObject();
        cases("proof", kept.cases());
        json.writeEndObject();
    }

    private void describe(Aims aims) {
        json.writeArrayPropertyStart("goals");
        aims.goals().forEach(goal -> json.writeString(name(goal)));
        json.writeEndArray();
        json.writeObjectPropertyStart("before");
        if (aims.goals().contains(Goal.KEPT)) {
            json.writeArrayPropertyStart("pairs");
            for (int edge : aims.previous()) {
                pair(edge);
            }
            json.writeEndArray();
        }
        if (aims.goals().contains(Goal.WAITING)) {
            json.writeArrayPropertyStart("waiting");
            for (int person : aims.waiting()) {
                json.writeString(instance.ids()[person]);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String name(Goal goal) {
        return goal.name().toLowerCase(Locale.ROOT);
    }

    private void describe(String field, Objective objective) {
        json.writeObjectPropertyStart(field);
        json.writeNumberProperty("pairs", objective.pairs());
        json.writeNumberProperty("worst", instance.decimal(objective.worst()));
        json.writeNumberProperty("total", instance.decimal(objective.total()));
        if (instance.aims().goals().contains(Goal.WAITING)) {
            json.writeNumberProperty("waiting", objective.waiting());
        }
        if (instance.aims().goals().contains(Goal.KEPT)) {
            json.writeNumberProperty("kept", objective.kept());
        }
        json.writeEndObject();
    }

    private void pair(int edge) {
        json.writeStartArray();
        json.writeString(instance.mentorId(edge));
        json.writeString(instance.menteeId(edge));
        json.writeEndArray();
    }

    private void chains(List<Chain> chains) {
        json.writeArrayPropertyStart("even");
        for (var chain : chains) {
            json.writeStartObject();
            roles(chain.mentors(), chain.mentees());
            if (chain.links().isEmpty()) {
                json.writeBooleanProperty("undecided", true);
            }
            json.writeArrayPropertyStart("links");
            for (var link : chain.links()) {
                json.writeStartObject();
                switch (link.about()) {
                    case PAIRS -> json.writeStringProperty("about", "pairs");
                    case SO_FAR -> json.writeStringProperty("about", "so_far");
                    case ABOVE -> {
                        json.writeStringProperty("about", "above");
                        json.writeNumberProperty("level", link.level());
                    }
                    case GOAL -> json.writeStringProperty("about", name(Objects.requireNonNull(link.goal())));
                }
                describe(link.bound());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void roles(int[] mentors, int[] mentees) {
        json.writeObjectPropertyStart("roles");
        for (int person : mentors) {
            json.writeStringProperty(instance.ids()[person], "mentor");
        }
        for (int person : mentees) {
            json.writeStringProperty(instance.ids()[person], "mentee");
        }
        json.writeEndObject();
    }

    private void cases(String field, List<Case> cases) {
        json.writeArrayPropertyStart(field);
        for (var each : cases) {
            json.writeStartObject();
            roles(each.mentors(), each.mentees());
            pairs("made", each.made());
            pairs("unmade", each.unmade());
            json.writeBooleanProperty("impossible", each.impossible());
            describe(each.bound());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Nothing where there are none.
    private void pairs(String field, int[] freeEdges) {
        if (freeEdges.length > 0) {
            json.writeArrayPropertyStart(field);
            for (int edge : freeEdges) {
                pair(certified.edge(edge));
            }
            json.writeEndArray();
        }
    }

    private void describe(Bound bound) {
        json.writeNumberProperty("denominator", bound.denominator());
        json.writeNumberProperty("per_pair", bound.perPair());
        json.writeObjectPropertyStart("prices");
        for (int person = 0; person < bound.prices().length; person++) {
            if (bound.prices()[person] != 0) {
                json.writeNumberProperty(instance.ids()[person], bound.prices()[person]);
            }
        }
        json.writeEndObject();
        if (bound.multipliers().length > 0) {
            json.writeArrayPropertyStart("multipliers");
            for (long multiplier : bound.multipliers()) {
                json.writeNumber(multiplier);
            }
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("surcharges");
        for (int i = 0; i < bound.surcharges().length; i++) {
            int edge = certified.edge(bound.surchargedEdges()[i]);
            json.writeStartArray();
            json.writeString(instance.mentorId(edge));
            json.writeString(instance.menteeId(edge));
            json.writeNumber(bound.surcharges()[i]);
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
