// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What the files of a result say, as numbers: people by position, edges in order, benefits in whole units.
final class Claims {
    final Map<String, Integer> position = new HashMap<>();
    final List<String> ids = new ArrayList<>();
    final int[] capacity;
    final int[] mentor;
    final int[] mentee;
    final long[] benefit;
    final Map<Long, Integer> edgeOf = new HashMap<>();
    final Set<Integer> pairs = new HashSet<>();
    final Set<Integer> pins = new HashSet<>();
    private final int decimals;

    Claims(Folder folder) throws IOException {
        decimals = folder.certificate.path("decimals").asInt(-1);
        Rejection.unless(decimals >= 0 && decimals <= 6, "verifier.decimals");
        capacity = capacities(folder);
        var name = folder.has("edges.csv.gz") ? "edges.csv.gz" : "edges.csv";
        Rejection.unless(folder.has(name), "verifier.no-edges");
        var rows = folder.rows(name, "mentor", "mentee", "benefit");
        mentor = new int[rows.size()];
        mentee = new int[rows.size()];
        benefit = new long[rows.size()];
        for (int edge = 0; edge < rows.size(); edge++) {
            var row = rows.get(edge);
            mentor[edge] = person(row.get(0), name, row.getRecordNumber());
            mentee[edge] = person(row.get(1), name, row.getRecordNumber());
            benefit[edge] = units(row.get(2), name + ", row " + row.getRecordNumber());
            Rejection.unless(mentor[edge] != mentee[edge], "verifier.same-person", name, row.getRecordNumber());
            Rejection.unless(
                    edgeOf.put(key(mentor[edge], mentee[edge]), edge) == null,
                    "verifier.repeated-edge",
                    name,
                    row.getRecordNumber());
        }
        readPairs(folder);
        for (var pin : folder.certificate.path("pins")) {
            pins.add(edge(pin.path(0).asString(), pin.path(1).asString(), "certificate.json, pins"));
        }
        Rejection.unless(pairs.containsAll(pins), "verifier.pin-missing");
        checkUnmatched(folder);
    }

    /// A decimal as whole units.
    long units(String text, String place) {
        try {
            return new BigDecimal(text).setScale(decimals).unscaledValue().longValueExact();
        } catch (ArithmeticException | NumberFormatException wrong) {
            throw new Rejection("verifier.benefit", place, text, decimals);
        }
    }

    long units(JsonNode number, String place) {
        return units(number.asString(), place);
    }

    String decimal(long units) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    int edge(String mentorId, String menteeId, String place) {
        var edge = edgeOf.get(key(person(mentorId, place, 0), person(menteeId, place, 0)));
        Rejection.unless(edge != null, "verifier.no-candidate", place, mentorId, menteeId);
        return edge == null ? -1 : edge;
    }

    int person(String id, String place, long row) {
        var known = position.get(id);
        Rejection.unless(known != null, "verifier.unknown-person", row > 0 ? place + ", row " + row : place, id);
        return known == null ? -1 : known;
    }

    private int[] capacities(Folder folder) throws IOException {
        var rows = folder.rows("capacities.csv", "person", "capacity");
        var capacities = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            Rejection.unless(
                    row.get(1).matches("[1-9]\\d{0,8}"), "verifier.capacity", row.getRecordNumber(), row.get(1));
            Rejection.unless(
                    position.put(row.get(0), i) == null, "verifier.repeated-person", row.getRecordNumber(), row.get(0));
            ids.add(row.get(0));
            capacities[i] = Integer.parseInt(row.get(1));
        }
        return capacities;
    }

    private void readPairs(Folder folder) throws IOException {
        boolean twoSided = folder.twoSided();
        var rows = twoSided
                ? folder.rows("pairs.csv", "mentor", "mentee", "benefit", "mentor_benefit", "mentee_benefit", "reasons")
                : folder.rows("pairs.csv", "mentor", "mentee", "benefit", "reasons");
        for (var row : rows) {
            var place = "pairs.csv, row " + row.getRecordNumber();
            int edge = edge(row.get(0), row.get(1), place);
            Rejection.unless(units(row.get(2), place) == benefit[edge], "verifier.other-benefit", place);
            Rejection.unless(pairs.add(edge), "verifier.repeated-pair", place);
            Rejection.unless(
                    !twoSided || units(row.get(3), place) + units(row.get(4), place) == benefit[edge],
                    "verifier.sides",
                    place);
        }
    }

    private void checkUnmatched(Folder folder) throws IOException {
        var paired = new HashSet<Integer>();
        for (int edge : pairs) {
            paired.add(mentor[edge]);
            paired.add(mentee[edge]);
        }
        var listed = new HashSet<Integer>();
        for (var row : folder.rows("unmatched.csv", "person", "role", "reason")) {
            int person = person(row.get(0), "unmatched.csv", row.getRecordNumber());
            Rejection.unless(!paired.contains(person), "verifier.unmatched-paired", row.get(0));
            Rejection.unless(listed.add(person), "verifier.unmatched-twice", row.get(0));
        }
        Rejection.unless(listed.size() + paired.size() == ids.size(), "verifier.unmatched-missing");
    }

    private long key(int one, int other) {
        return (long) one << 32 | other;
    }
}
