// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterpart.people.roster.Rows.Row;

/// A delimited text file as header and rows.
public record Table(List<String> header, List<Row> rows) {
    public static final int MOST_ROWS = 100_000;
    private static final long MOST_BYTES = 20L << 20;

    /// Reads a roster-sized file: at most 20 MiB and [#MOST_ROWS] rows. Faults are added, and then the table is
    /// empty.
    public static Table read(Path file, Faults faults) {
        try (var rows = Rows.of(file, faults, MOST_BYTES)) {
            return collect(rows, faults);
        }
    }

    /// Reads a roster that is in memory, within the same limits.
    public static Table read(byte[] bytes, Faults faults) {
        if (bytes.length > MOST_BYTES) {
            faults.add(0, null, null, "roster.too-large", bytes.length >> 20, MOST_BYTES >> 20);
            return new Table(List.of(), List.of());
        }
        try (var rows = Rows.of(() -> new ByteArrayInputStream(bytes), faults)) {
            return collect(rows, faults);
        }
    }

    private static Table collect(Rows rows, Faults faults) {
        var all = new ArrayList<Row>();
        for (var row = faults.any() ? null : rows.next(); row != null; row = rows.next()) {
            if (all.size() == MOST_ROWS) {
                faults.add(row.line(), null, null, "roster.too-many-rows", MOST_ROWS);
                break;
            }
            all.add(row);
        }
        return new Table(rows.header(), all);
    }
}
