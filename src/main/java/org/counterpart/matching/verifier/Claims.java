// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.verifier;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the files of a result say, as numbers: people by position, edges in order, benefits in whole units.
final class Claims {
    private static final int MOST_DIGITS = 18;
    private static final int MOST_EDGES = 100_000_000;
    private static final Pattern CAPACITY = Pattern.compile("[1-9]\\d{0,8}");

    final Map<String, Integer> position = new HashMap<>();
    final List<String> ids = new ArrayList<>();
    final int[] capacity;
    int[] mentor = new int[1024];
    int[] mentee = new int[1024];
    long[] benefit = new long[1024];
    int edges;
    final BitSet pairs;
    final BitSet pins;
    private final BitSet previous = new BitSet();

    /// What each edge gives to its mentor and to its mentee, where the certificate is about that.
    private final long[][] toEach;

    private final BitSet waiting = new BitSet();
    private final int decimals;

    /// The edges in the order of their mentors, so that one can be found by its two people.
    private final int[] firstOfMentor;

    private final int[] byMentor;

    Claims(Folder folder) throws IOException {
        var places = folder.certificate.path("decimals");
        decimals = places.isIntegralNumber() && places.canConvertToInt() ? places.asInt() : -1;
        Rejection.unless(decimals >= 0 && decimals <= 6, "verifier.decimals");
        capacity = capacities(folder);
        var name = folder.has("edges.csv.gz") ? "edges.csv.gz" : "edges.csv";
        Rejection.unless(folder.has(name), "verifier.no-edges");
        boolean stable = folder.certificate.path("goals").path(0).asString().equals("stable");
        toEach = stable ? new long[2][1024] : new long[0][];
        folder.each(
                name,
                stable
                        ? List.of("mentor", "mentee", "benefit", "mentor_benefit", "mentee_benefit")
                        : List.of("mentor", "mentee", "benefit"),
                (number, row) -> readEdge(name, number, row));
        firstOfMentor = new int[ids.size() + 1];
        byMentor = new int[edges];
        orderByMentor();
        checkRepetitions(name);
        pairs = new BitSet(edges);
        pins = new BitSet(edges);
        readPairs(folder);
        for (var pin : folder.certificate.path("pins")) {
            pins.set(edge(pin.path(0).asString(), pin.path(1).asString(), "certificate.json, pins"));
        }
        for (var pair : folder.certificate.path("before").path("pairs")) {
            previous.set(edge(pair.path(0).asString(), pair.path(1).asString(), "certificate.json, before"));
        }
        for (var person : folder.certificate.path("before").path("waiting")) {
            waiting.set(person(person.asString(), "certificate.json, before", 0));
        }
        var missing = (BitSet) pins.clone();
        missing.andNot(pairs);
        Rejection.unless(missing.isEmpty(), "verifier.pin-missing");
        checkUnmatched(folder);
    }

    /// A decimal as whole units: digits and a point, and nothing that would be long to work out.
    long units(String text, String place) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int places = point < 0 ? 0 : text.length() - point - 1;
        if (end == start || end - start > MOST_DIGITS || places > decimals || places == 0 && point >= 0) {
            throw new Rejection("verifier.benefit", place, text, decimals);
        }
        long units = 0;
        for (int at = start; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (at != point && (digit < 0 || digit > 9)) {
                throw new Rejection("verifier.benefit", place, text, decimals);
            }
            units = at == point ? units : Math.addExact(Math.multiplyExact(units, 10L), digit);
        }
        for (int i = places; i < decimals; i++) {
            units = Math.multiplyExact(units, 10L);
        }
        return start == 1 ? -units : units;
    }

    private long units(String text, String name, long row) {
        try {
            return units(text, name);
        } catch (Rejection | ArithmeticException _) {
            throw new Rejection("verifier.benefit", "%s, row %d".formatted(name, row), text, decimals);
        }
    }

    long units(JsonNode number, String place) {
        var exact = number.isNumber() ? number.decimalValue() : null;
        if (exact == null || exact.precision() > MOST_DIGITS + decimals || Math.abs(exact.scale()) > MOST_DIGITS) {
            throw new Rejection("verifier.benefit", "certificate.json, " + place, number, decimals);
        }
        return units(exact.toPlainString(), "certificate.json, " + place);
    }

    /// How many pairs are allowed and no edges, because an index passed them over.
    long unweighed(JsonNode certificate) {
        var stated = certificate.path("shortlisted");
        if (stated.isMissingNode()) {
            return 0;
        }
        long allowed = whole(stated.path("allowed"), "certificate.json, shortlisted");
        long weighed = whole(stated.path("weighed"), "certificate.json, shortlisted");
        Rejection.unless(weighed == edges && allowed > weighed, "verifier.shortlisted", weighed, allowed, edges);
        return allowed - weighed;
    }

    String decimal(long units) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    /// The least benefit of some edges, 0 where there are none.
    long worst(BitSet some) {
        return some.stream().mapToLong(edge -> benefit[edge]).min().orElse(0);
    }

    static long sum(BitSet some, IntToLongFunction amount) {
        long sum = 0;
        for (int edge : some.stream().toArray()) {
            sum = Math.addExact(sum, amount.applyAsLong(edge));
        }
        return sum;
    }

    /// Whether it is known what each edge gives to either side.
    boolean twoSided() {
        return toEach.length > 0;
    }

    long toMentor(int edge) {
        return toEach[0][edge];
    }

    long toMentee(int edge) {
        return toEach[1][edge];
    }

    /// What an edge counts for a goal that adds up.
    IntToLongFunction counts(String goal) {
        return switch (goal) {
            case "total" -> edge -> benefit[edge];
            case "kept" -> edge -> previous.get(edge) ? 1 : 0;
            case "waiting" -> edge -> (waiting.get(mentor[edge]) ? 1 : 0) + (waiting.get(mentee[edge]) ? 1 : 0);
            default -> throw new Rejection("verifier.goal", goal);
        };
    }

    int edge(String mentorId, String menteeId, String place) {
        int from = person(mentorId, place, 0);
        int to = person(menteeId, place, 0);
        for (int i = firstOfMentor[from]; i < firstOfMentor[from + 1]; i++) {
            if (mentee[byMentor[i]] == to) {
                return byMentor[i];
            }
        }
        throw new Rejection("verifier.no-candidate", place, mentorId, menteeId);
    }

    int person(String id, String place, long row) {
        var known = position.get(id);
        if (known == null) {
            throw new Rejection("verifier.unknown-person", row > 0 ? place + ", row " + row : place, id);
        }
        return known;
    }

    private int[] capacities(Folder folder) throws IOException {
        var capacities = new ArrayList<Integer>();
        folder.each("capacities.csv", List.of("person", "capacity"), (number, row) -> {
            Rejection.unless(CAPACITY.matcher(row.getField(1)).matches(), "verifier.capacity", number, row.getField(1));
            Rejection.unless(
                    position.put(row.getField(0), ids.size()) == null,
                    "verifier.repeated-person",
                    number,
                    row.getField(0));
            ids.add(row.getField(0));
            capacities.add(Integer.parseInt(row.getField(1)));
        });
        return capacities.stream().mapToInt(Integer::intValue).toArray();
    }

    private void readEdge(String name, long number, CsvRecord row) {
        if (edges == MOST_EDGES) {
            throw new Rejection("verifier.too-many", name, MOST_EDGES);
        }
        if (edges == mentor.length) {
            int more = edges + (edges >> 1);
            mentor = Arrays.copyOf(mentor, more);
            mentee = Arrays.copyOf(mentee, more);
            benefit = Arrays.copyOf(benefit, more);
        }
        // Edges mostly stand mentor by mentor, and looking an id up is what takes longest.
        boolean same = edges > 0 && row.getField(0).equals(ids.get(mentor[edges - 1]));
        mentor[edges] = same ? mentor[edges - 1] : person(row.getField(0), name, number);
        mentee[edges] = person(row.getField(1), name, number);
        benefit[edges] = units(row.getField(2), name, number);
        // What a rejection would say is put together only for a rejection: this runs for each of millions of rows.
        if (mentor[edges] == mentee[edges]) {
            throw new Rejection("verifier.same-person", name, number);
        }
        for (int side = 0; side < toEach.length; side++) {
            toEach[side] = edges == toEach[side].length ? Arrays.copyOf(toEach[side], 2 * edges) : toEach[side];
            toEach[side][edges] = units(row.getField(3 + side), name, number);
        }
        if (twoSided() && toEach[0][edges] + toEach[1][edges] != benefit[edges]) {
            throw new Rejection("verifier.sides", "%s, row %d".formatted(name, number));
        }
        edges++;
    }

    private void orderByMentor() {
        for (int edge = 0; edge < edges; edge++) {
            firstOfMentor[mentor[edge] + 1]++;
        }
        for (int person = 0; person < ids.size(); person++) {
            firstOfMentor[person + 1] += firstOfMentor[person];
        }
        var next = firstOfMentor.clone();
        for (int edge = 0; edge < edges; edge++) {
            byMentor[next[mentor[edge]]++] = edge;
        }
    }

    private void checkRepetitions(String name) {
        var seen = new int[ids.size()];
        for (int person = 0; person < ids.size(); person++) {
            for (int i = firstOfMentor[person]; i < firstOfMentor[person + 1]; i++) {
                int other = mentee[byMentor[i]];
                if (seen[other] == person + 1) {
                    throw new Rejection("verifier.repeated-edge", name, byMentor[i] + 2);
                }
                seen[other] = person + 1;
            }
        }
    }

    private void readPairs(Folder folder) throws IOException {
        boolean twoSided = folder.twoSided();
        var header = twoSided
                ? List.of("mentor", "mentee", "benefit", "mentor_benefit", "mentee_benefit", "reasons")
                : List.of("mentor", "mentee", "benefit", "reasons");
        folder.each("pairs.csv", header, (number, row) -> {
            var place = "pairs.csv, row " + number;
            int edge = edge(row.getField(0), row.getField(1), place);
            Rejection.unless(units(row.getField(2), place) == benefit[edge], "verifier.other-benefit", place);
            Rejection.unless(!pairs.get(edge), "verifier.repeated-pair", place);
            pairs.set(edge);
            Rejection.unless(
                    !twoSided || units(row.getField(3), place) + units(row.getField(4), place) == benefit[edge],
                    "verifier.sides",
                    place);
        });
    }

    private void checkUnmatched(Folder folder) throws IOException {
        var mentors = new BitSet();
        var mentees = new BitSet();
        for (int edge = 0; edge < edges; edge++) {
            mentors.set(mentor[edge]);
            mentees.set(mentee[edge]);
        }
        var paired = new BitSet();
        pairs.stream().forEach(edge -> {
            paired.set(mentor[edge]);
            paired.set(mentee[edge]);
        });
        var listed = new BitSet();
        folder.each("unmatched.csv", List.of("person", "role", "reason"), (number, row) -> {
            int person = person(row.getField(0), "unmatched.csv", number);
            Rejection.unless(!paired.get(person), "verifier.unmatched-paired", row.getField(0));
            Rejection.unless(!listed.get(person), "verifier.unmatched-twice", row.getField(0));
            boolean possible = switch (row.getField(1)) {
                case "mentor" -> !mentees.get(person);
                case "mentee" -> !mentors.get(person);
                case "either" -> true;
                default -> false;
            };
            Rejection.unless(possible, "verifier.unmatched-role", number, row.getField(1), row.getField(0));
            listed.set(person);
        });
        Rejection.unless(listed.cardinality() + paired.cardinality() == ids.size(), "verifier.unmatched-missing");
    }

    static long notNegative(JsonNode number, String place) {
        long amount = whole(number, place);
        Rejection.unless(amount >= 0, "verifier.negative", place);
        return amount;
    }

    static long whole(JsonNode number, String place) {
        Rejection.unless(number.isIntegralNumber() && number.canConvertToLong(), "verifier.no-whole-number", place);
        return number.asLong();
    }
}
