// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Rows;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads CAPS.csv: how many places somebody has, 1 where they are not named. Whoever is in none of the edges can be
/// in no pair, and is passed over with a remark.
final class CapacitiesFile {
    private static final long MOST_BYTES = 1L << 30;
    private static final String NO_ROWS = "roster.no-rows";

    private final Map<String, Integer> positions;
    private final int[] places;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Faults faults;
    private int strangers;

    private CapacitiesFile(Map<String, Integer> positions, Faults faults) {
        this.positions = positions;
        this.places = new int[positions.size()];
        this.faults = faults;
        Arrays.fill(places, 1);
    }

    /// Places by position; faults and remarks are added.
    static int[] read(@Nullable Path file, Map<String, Integer> positions, Faults faults, List<Saying> remarks) {
        var capacities = new CapacitiesFile(positions, faults);
        if (file != null) {
            try (var rows = Rows.of(file, faults, MOST_BYTES)) {
                capacities.read(rows);
            }
            // Everybody having one place is an answer too.
            faults.pardon(NO_ROWS);
            capacities.lines.entrySet().stream()
                    .filter(each -> !positions.containsKey(each.getKey()))
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(first -> remarks.add(Saying.of(
                            "cli.no-edge",
                            String.valueOf(file.getFileName()),
                            first.getValue(),
                            first.getKey(),
                            capacities.strangers)));
        }
        return capacities.places;
    }

    private void read(Rows rows) {
        if (faults.any()) {
            return;
        }
        int person = EdgesFile.column(rows.header(), "person", faults);
        int capacity = EdgesFile.column(rows.header(), "capacity", faults);
        if (faults.any()) {
            return;
        }
        for (var row = rows.next(); row != null; row = rows.next()) {
            var id = EdgesFile.composed(row.cells().get(person));
            var number = row.cells().get(capacity).strip();
            var earlier = lines.putIfAbsent(id, row.line());
            var position = positions.get(id);
            if (earlier != null) {
                faults.add(row.line(), "person", id, "roster.twice", earlier);
            } else if (!number.matches("[1-9]\\d{0,3}")) {
                faults.add(row.line(), "capacity", number, "cli.places");
            } else if (position == null) {
                strangers++;
            } else {
                places[position] = Integer.parseInt(number);
            }
        }
    }
}
