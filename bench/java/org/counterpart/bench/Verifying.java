// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.ResultFolder;
import org.counterpart.matching.files.Told;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.verifier.Verdict.Verified;
import org.counterpart.matching.verifier.Verifier;

/// How long verifying a result takes beside parsing its tables once with the same library. Prints the milliseconds of
/// both, first in a fresh process (parsing comes first, so what a start costs falls on it) and then the medians of the
/// later rounds.
final class Verifying {
    private static final int ROUNDS = 9;

    private Verifying() {}

    /// @param arguments people a side
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("counterpart-bench-");
        try {
            write(Integer.parseInt(arguments[0]), folder);
            var parsing = new double[ROUNDS];
            var verifying = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long started = System.nanoTime();
                long cells = parse(folder);
                parsing[round] = (System.nanoTime() - started) / 1e6;
                started = System.nanoTime();
                var verdict = Verifier.verify(folder);
                verifying[round] = (System.nanoTime() - started) / 1e6;
                if (cells == 0 || !(verdict instanceof Verified)) {
                    throw new IllegalStateException("The result that was written does not hold: " + verdict);
                }
            }
            System.out.printf(
                    Locale.ROOT, "%.3f %.3f %.3f %.3f%n", parsing[0], verifying[0], later(parsing), later(verifying));
        } finally {
            remove(folder);
        }
    }

    private static double later(double[] times) {
        return Run.median(java.util.Arrays.copyOfRange(times, ROUNDS / 2, ROUNDS));
    }

    private static void write(int side, Path folder) throws IOException {
        var made = Instance.of("sparse", side);
        var ids = IntStream.range(0, made.people())
                .mapToObj(person -> "person-%06d".formatted(person))
                .toArray(String[]::new);
        var instance = new org.counterpart.matching.files.Instance(ids, made.capacity(), made.edges(), 0, new int[0]);
        var certified = Certified.solve(instance, Progress.SILENT);
        var paired = new boolean[made.people()];
        for (int edge : certified.edges()) {
            paired[made.edges().mentor(edge)] = true;
            paired[made.edges().mentee(edge)] = true;
        }
        var unmatched = IntStream.range(0, made.people())
                .filter(person -> !paired[person])
                .mapToObj(person -> new Told.Unmatched(person, person < side ? "mentor" : "mentee", "nobody left"))
                .toList();
        var told = new Told(
                person -> ids[person],
                _ -> "benefit",
                _ -> new long[2],
                unmatched,
                List.of(),
                List.of(),
                false,
                (key, _) -> key);
        ResultFolder.write(folder, certified, told, "bench", ResultFolder.Edges.WRITTEN);
    }

    /// The number of cells in all tables.
    private static long parse(Path folder) throws IOException {
        long cells = 0;
        for (var name : List.of("edges.csv", "capacities.csv", "pairs.csv", "unmatched.csv")) {
            try (var text = opened(folder, name);
                    var rows = CsvReader.builder().ofCsvRecord(text)) {
                for (var row : rows) {
                    cells += row.getFieldCount();
                }
            }
        }
        return cells;
    }

    /// As it is, or packed where it is long.
    private static InputStream opened(Path folder, String name) throws IOException {
        var packed = folder.resolve(name + ".gz");
        return Files.exists(packed)
                ? new GZIPInputStream(Files.newInputStream(packed), 1 << 16)
                : Files.newInputStream(folder.resolve(name));
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                }
            });
        }
    }
}
