// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.counterpart.matching.Seed;
import org.counterpart.matching.files.Instance;
import org.counterpart.matching.solver.Edges;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Rows;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads EDGES.csv and CAPS.csv into an instance. One id is one person, in whichever column it stands: whoever is
/// in both is willing to be either. People stand in the seed's order.
final class EdgesFile {
    private static final long MOST_BYTES = 8L << 30;
    private static final int MOST_EDGES = 100_000_000;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_PLACES = 6;
    private static final long WHOLE = 1_000_000;
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private final Faults faults;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int size;
    private int[] mentors = new int[1024];
    private int[] mentees = new int[1024];
    private int[] lines = new int[1024];

    /// In millionths.
    private long[] benefits = new long[1024];

    private int decimals;

    private EdgesFile(Faults faults) {
        this.faults = faults;
    }

    /// An instance, or null after faults were added.
    static @Nullable Instance read(
            Path edges,
            @Nullable Path capacities,
            Seed seed,
            Faults faults,
            Faults capacityFaults,
            List<Saying> remarks) {
        var file = new EdgesFile(faults);
        try (var rows = Rows.of(edges, faults, MOST_BYTES)) {
            file.read(rows);
        }
        if (faults.any()) {
            return null;
        }
        var order = file.ids.stream().sorted(seed.order()).toArray(String[]::new);
        var positions = new HashMap<String, Integer>();
        var position = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            positions.put(order[i], i);
            position[file.seen.getOrDefault(order[i], 0)] = i;
        }
        var sorted = file.sorted(position);
        file.refuseRepetitions(sorted, order);
        var places = CapacitiesFile.read(capacities, positions, capacityFaults, remarks);
        return faults.any() || capacityFaults.any()
                ? null
                : new Instance(order, places, sorted, file.decimals, new int[0]);
    }

    private void read(Rows rows) {
        if (faults.any()) {
            return;
        }
        int mentor = column(rows.header(), "mentor", faults);
        int mentee = column(rows.header(), "mentee", faults);
        int benefit = column(rows.header(), "benefit", faults);
        if (faults.any()) {
            return;
        }
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (size == MOST_EDGES) {
                faults.add(row.line(), null, null, "roster.too-many-rows", MOST_EDGES);
                return;
            }
            int from = id(row, mentor, "mentor");
            int to = id(row, mentee, "mentee");
            if (from >= 0 && from == to) {
                faults.add(row.line(), "mentee", row.cells().get(mentee), "cli.same-person");
            }
            add(row.line(), from, to, millionths(row, benefit));
        }
    }

    private void add(int line, int from, int to, long benefit) {
        if (size == mentors.length) {
            int more = size + (size >> 1);
            mentors = Arrays.copyOf(mentors, more);
            mentees = Arrays.copyOf(mentees, more);
            lines = Arrays.copyOf(lines, more);
            benefits = Arrays.copyOf(benefits, more);
        }
        mentors[size] = from;
        mentees[size] = to;
        lines[size] = line;
        benefits[size++] = benefit;
    }

    private int id(Rows.Row row, int place, String column) {
        var cell = row.cells().get(place);
        var known = seen.get(cell);
        if (known != null) {
            return known;
        }
        var id = composed(cell);
        if (id.isEmpty()
                || id.length() > 100
                || "=+-@".indexOf(id.charAt(0)) >= 0
                || INVISIBLE.matcher(id).find()) {
            faults.add(row.line(), column, id, "cli.id");
            return -1;
        }
        return seen.computeIfAbsent(id, _ -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /// A whole or decimal number of at most twelve digits before and six after the point, exactly.
    private long millionths(Rows.Row row, int place) {
        var text = row.cells().get(place).strip();
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        long units = 0;
        int digits = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (i == point) {
                continue;
            }
            if (digit < 0 || digit > 9) {
                faults.add(row.line(), "benefit", text, "cli.benefit");
                return 0;
            }
            digits++;
            if (i - point <= MOST_PLACES) {
                units = 10 * units + digit;
                decimals = digit > 0 ? Math.max(decimals, i - point) : decimals;
            } else if (digit > 0) {
                faults.add(row.line(), "benefit", text, "cli.decimals", MOST_PLACES);
                return 0;
            }
        }
        if (digits == 0) {
            faults.add(row.line(), "benefit", text, "cli.benefit");
        }
        if (point - start > MOST_DIGITS) {
            faults.add(row.line(), "benefit", text, "cli.digits", MOST_DIGITS);
            return 0;
        }
        int places = Math.min(MOST_PLACES, Math.max(0, text.length() - point - 1));
        for (int i = places; i < MOST_PLACES; i++) {
            units *= 10;
        }
        return text.startsWith("-") ? -units : units;
    }

    private Edges sorted(int[] position) {
        long unit = WHOLE;
        for (int i = 0; i < decimals; i++) {
            unit /= 10;
        }
        for (int edge = 0; edge < size; edge++) {
            mentors[edge] = position[mentors[edge]];
            mentees[edge] = position[mentees[edge]];
            benefits[edge] /= unit;
        }
        return Edges.sorted(
                position.length,
                Arrays.copyOf(mentors, size),
                Arrays.copyOf(mentees, size),
                Arrays.copyOf(benefits, size));
    }

    /// Equal pairs stand side by side once sorted; only where there are any are their lines looked up.
    private void refuseRepetitions(Edges sorted, String[] names) {
        boolean repeated = false;
        for (int mentor = 0; mentor < sorted.people(); mentor++) {
            for (int edge = sorted.from(mentor) + 1; edge < sorted.from(mentor + 1); edge++) {
                repeated |= sorted.mentee(edge) == sorted.mentee(edge - 1);
            }
        }
        var first = new HashMap<Long, Integer>();
        for (int edge = 0; repeated && edge < size; edge++) {
            var earlier = first.putIfAbsent((long) mentors[edge] << 32 | mentees[edge], lines[edge]);
            if (earlier != null) {
                faults.add(lines[edge], "mentee", names[mentees[edge]], "cli.same-pair", earlier);
            }
        }
    }

    /// Where a column is; a fault where it is nowhere or in two places.
    static int column(List<String> header, String name, Faults faults) {
        int found = -1;
        for (int place = 0; place < header.size(); place++) {
            if (header.get(place)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[ _-]?id$", "")
                    .equals(name)) {
                if (found >= 0) {
                    faults.add(1, name, header.get(place), "cli.column-twice");
                }
                found = place;
            }
        }
        if (found < 0) {
            faults.add(1, name, null, "cli.column", name);
        }
        return found;
    }

    /// Trimmed and in Unicode's composed form, so that one id is one person however it was typed.
    static String composed(String cell) {
        return Normalizer.normalize(cell.strip(), Normalizer.Form.NFC);
    }
}
