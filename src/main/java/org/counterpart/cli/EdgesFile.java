// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterpart.matching.Seed;
import org.counterpart.matching.files.Instance;
import org.counterpart.matching.solver.Edges;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Table;
import org.jspecify.annotations.Nullable;

/// Reads EDGES.csv and CAPS.csv into an instance. One id is one person, in whichever column it stands: whoever is
/// in both is willing to be either. People stand in the seed's order.
final class EdgesFile {
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_EDGES = 10_000_000;
    private static final int MOST_PLACES = 6;

    private final Table table;
    private final Faults faults;
    private final int mentor;
    private final int mentee;
    private final int benefit;

    private EdgesFile(Table table, Faults faults) {
        this.table = table;
        this.faults = faults;
        mentor = column(table, "mentor", faults);
        mentee = column(table, "mentee", faults);
        benefit = column(table, "benefit", faults);
    }

    /// An instance, or null after faults were added.
    static @Nullable Instance read(
            Path edges, @Nullable Path capacities, Seed seed, Faults faults, Faults capacityFaults) {
        var table = Table.read(edges, faults, MOST_BYTES, MOST_EDGES);
        if (faults.any()) {
            return null;
        }
        var file = new EdgesFile(table, faults);
        if (faults.any()) {
            return null;
        }
        var benefits = file.benefits();
        var ids = file.ids();
        if (faults.any()) {
            return null;
        }
        var positions = new HashMap<String, Integer>();
        ids.stream().sorted(seed.order()).forEach(id -> positions.put(id, positions.size()));
        var places = capacities(capacities, positions, capacityFaults);
        return faults.any() || capacityFaults.any() ? null : file.instance(positions, places, benefits);
    }

    private List<BigDecimal> benefits() {
        var benefits = new ArrayList<BigDecimal>();
        for (var row : table.rows()) {
            var text = row.cells().get(benefit).strip();
            BigDecimal number = BigDecimal.ZERO;
            if (!text.matches("[+-]?(\\d{1,12}(\\.\\d*)?|\\.\\d+)")) {
                faults.add(row.line(), "benefit", text, "cli.benefit");
            } else {
                number = new BigDecimal(text);
                if (Math.max(0, number.stripTrailingZeros().scale()) > MOST_PLACES) {
                    faults.add(row.line(), "benefit", text, "cli.decimals", MOST_PLACES);
                }
            }
            benefits.add(number);
        }
        return benefits;
    }

    private List<String> ids() {
        var seen = new HashMap<String, Integer>();
        var pairs = new HashMap<Long, Integer>();
        for (var row : table.rows()) {
            int from = id(row, mentor, "mentor", seen);
            int to = id(row, mentee, "mentee", seen);
            if (from >= 0 && from == to) {
                faults.add(row.line(), "mentee", row.cells().get(mentee), "cli.same-person");
            } else if (from >= 0 && to >= 0) {
                var earlier = pairs.putIfAbsent((long) from << 32 | to, row.line());
                if (earlier != null) {
                    faults.add(row.line(), "mentee", row.cells().get(mentee), "cli.same-pair", earlier);
                }
            }
        }
        return List.copyOf(seen.keySet());
    }

    private int id(Table.Row row, int place, String column, Map<String, Integer> seen) {
        var id = row.cells().get(place).strip();
        if (id.isEmpty()
                || id.length() > 100
                || "=+-@".indexOf(id.charAt(0)) >= 0
                || id.chars().anyMatch(Character::isISOControl)) {
            faults.add(row.line(), column, id, "cli.id");
            return -1;
        }
        return seen.computeIfAbsent(id, _ -> seen.size());
    }

    private Instance instance(Map<String, Integer> positions, int[] places, List<BigDecimal> benefits) {
        int decimals = 0;
        for (var each : benefits) {
            decimals = Math.max(decimals, each.stripTrailingZeros().scale());
        }
        var ids = new String[positions.size()];
        positions.forEach((id, position) -> ids[position] = id);
        int size = table.rows().size();
        var mentors = new int[size];
        var mentees = new int[size];
        var amounts = new long[size];
        for (int edge = 0; edge < size; edge++) {
            var cells = table.rows().get(edge).cells();
            mentors[edge] = positions.getOrDefault(cells.get(mentor).strip(), -1);
            mentees[edge] = positions.getOrDefault(cells.get(mentee).strip(), -1);
            amounts[edge] =
                    benefits.get(edge).setScale(decimals).unscaledValue().longValueExact();
        }
        return new Instance(ids, places, Edges.sorted(ids.length, mentors, mentees, amounts), decimals, new int[0]);
    }

    private static int[] capacities(@Nullable Path file, Map<String, Integer> positions, Faults faults) {
        var places = new int[positions.size()];
        java.util.Arrays.fill(places, 1);
        if (file == null) {
            return places;
        }
        var table = Table.read(file, faults);
        if (faults.any()) {
            return places;
        }
        int person = column(table, "person", faults);
        int capacity = column(table, "capacity", faults);
        var seen = new HashMap<String, Integer>();
        for (var row : faults.any() ? List.<Table.Row>of() : table.rows()) {
            var id = row.cells().get(person).strip();
            var number = row.cells().get(capacity).strip();
            var earlier = seen.putIfAbsent(id, row.line());
            if (earlier != null) {
                faults.add(row.line(), "person", id, "roster.twice", earlier);
            } else if (!positions.containsKey(id)) {
                faults.add(row.line(), "person", id, "cli.no-edge");
            } else if (!number.matches("[1-9]\\d{0,3}")) {
                faults.add(row.line(), "capacity", number, "cli.places");
            } else {
                places[positions.getOrDefault(id, 0)] = Integer.parseInt(number);
            }
        }
        return places;
    }

    private static int column(Table table, String name, Faults faults) {
        for (int place = 0; place < table.header().size(); place++) {
            if (table.header()
                    .get(place)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[ _-]?id$", "")
                    .equals(name)) {
                return place;
            }
        }
        faults.add(1, name, null, "cli.column", name);
        return -1;
    }
}
