// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A delimited text file as header and rows. Comma, semicolon or tab is found by looking at the first line. Rows
/// keep the number of the line they start on.
public record Table(List<String> header, List<Row> rows) {
    public static final int MOST_ROWS = 100_000;
    private static final long MOST_BYTES = 20L << 20;

    /// A data line; it has exactly as many cells as the header.
    public record Row(int line, List<String> cells) {}

    /// Reads a roster-sized file: at most 20 MiB and [#MOST_ROWS] rows. Faults are added, and then the table is
    /// empty.
    public static Table read(Path file, Faults faults) {
        return read(file, faults, MOST_BYTES, MOST_ROWS);
    }

    /// Reads a file with limits of the caller's.
    public static Table read(Path file, Faults faults, long mostBytes, int mostRows) {
        try {
            if (Files.isDirectory(file)) {
                faults.add(0, null, null, "roster.folder");
            } else if (!Files.isReadable(file)) {
                faults.add(0, null, null, "roster.unreadable");
            } else if (Files.size(file) > mostBytes) {
                refuseSize(Files.size(file), mostBytes, faults);
            } else {
                return parse(Files.readAllBytes(file), faults, mostRows);
            }
        } catch (IOException broken) {
            faults.add(0, null, null, "roster.unreadable-because", String.valueOf(broken.getMessage()));
        }
        return new Table(List.of(), List.of());
    }

    /// Reads a roster that is in memory, within the same limits.
    public static Table read(byte[] bytes, Faults faults) {
        if (bytes.length > MOST_BYTES) {
            refuseSize(bytes.length, MOST_BYTES, faults);
            return new Table(List.of(), List.of());
        }
        return parse(bytes, faults, MOST_ROWS);
    }

    private static void refuseSize(long bytes, long mostBytes, Faults faults) {
        faults.add(0, null, null, "roster.too-large", bytes >> 20, mostBytes >> 20);
    }

    private static Table parse(byte[] bytes, Faults faults, int mostRows) {
        var text = Decoding.decode(bytes, faults);
        if (faults.any()) {
            return new Table(List.of(), List.of());
        }
        if (text.isBlank()) {
            faults.add(0, null, null, "roster.empty");
            return new Table(List.of(), List.of());
        }
        return parse(text, faults, mostRows);
    }

    private static Table parse(String text, Faults faults, int mostRows) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        var rows = new ArrayList<Row>();
        List<String> header = List.of();
        int line = 1;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var each = parser.iterator(); each.hasNext(); ) {
                CSVRecord cells = each.next();
                int started = line;
                line = (int) parser.getCurrentLineNumber() + 1;
                started = Math.max(started, line - 1 - lineBreaks(cells));
                if (header.isEmpty()) {
                    header = cells.toList();
                } else if (rows.size() == mostRows) {
                    faults.add(started, null, null, "roster.too-many-rows", mostRows);
                    break;
                } else if (cells.size() != header.size()) {
                    faults.add(started, null, null, "roster.cells", cells.size(), header.size());
                } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(started, cells.toList()));
                }
            }
        } catch (IOException | UncheckedIOException wrong) {
            faults.add(line, null, null, "roster.quotes");
        }
        if (rows.isEmpty() && !faults.any()) {
            faults.add(0, null, null, "roster.no-rows");
        }
        return new Table(header, rows);
    }

    private static int lineBreaks(CSVRecord cells) {
        int breaks = 0;
        for (var cell : cells) {
            breaks += (int) cell.chars().filter(each -> each == '\n').count();
        }
        return breaks;
    }

    private static char delimiter(String text) {
        int end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(first, each) > count(first, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }
}
