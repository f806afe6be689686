// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.people.roster.Rows.Row;

/// A delimited text file as header and rows.
public record Table(List<String> header, List<Row> rows) {
    private static final int MOST_ROWS = 1_000_000;
    private static final long MOST_BYTES = 512L << 20;

    /// What is sent to a server stays in its memory, and others wait.
    private static final int MOST_ROWS_SENT = 100_000;

    private static final long MOST_BYTES_SENT = 20L << 20;

    /// Reads a file of at most 512 MiB and a million rows. Faults are added, and then the table is empty.
    public static Table read(Path file, Faults faults) {
        try (var rows = Rows.of(file, faults, MOST_BYTES)) {
            return collect(rows, faults, MOST_ROWS);
        }
    }

    /// Reads a roster that was sent and is in memory: at most 20 MiB and 100,000 rows.
    public static Table read(byte[] bytes, Faults faults) {
        if (bytes.length > MOST_BYTES_SENT) {
            faults.add(0, null, null, "roster.too-large", bytes.length >> 20, MOST_BYTES_SENT >> 20);
            return new Table(List.of(), List.of());
        }
        try (var rows = Rows.of(() -> new ByteArrayInputStream(bytes), faults)) {
            return collect(rows, faults, MOST_ROWS_SENT);
        }
    }

    private static Table collect(Rows rows, Faults faults, int mostRows) {
        var all = new ArrayList<Row>();
        var once = new Once();
        for (var row = faults.any() ? null : rows.next(); row != null; row = rows.next()) {
            if (all.size() == mostRows) {
                faults.add(row.line(), null, null, "roster.too-many-rows", mostRows);
                break;
            }
            all.add(new Row(row.line(), row.cells().stream().map(once::kept).toList()));
        }
        return new Table(rows.header(), all);
    }

    /// Keeps a text that many rows hold once: most cells of a roster say what others say.
    private static final class Once {
        private static final int MOST_TEXTS = 50_000;
        private final Map<String, String> texts = new HashMap<>();

        String kept(String text) {
            var known = texts.get(text);
            if (known != null) {
                return known;
            }
            if (texts.size() < MOST_TEXTS) {
                texts.put(text, text);
            }
            return text;
        }
    }
}
