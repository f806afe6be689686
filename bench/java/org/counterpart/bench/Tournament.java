// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Runs the engines one after the other on the same instances, each run in a process of its own, and prints medians,
/// ratios to the first engine of each instance that has an answer, and how our time grows. Stops with 1 if two
/// engines disagree. Started by `bench/engines`.
final class Tournament {
    private static final long MOST_MINUTES = 10;

    private record Entry(String shape, int side, int runs, List<String> engines) {}

    private record Run(long pairs, long total, double milliseconds, long megabytes, long edges) {}

    private Tournament() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean agreed = true;
        var growth = new ArrayList<double[]>();
        for (var entry : arguments.length > 0 && arguments[0].equals("--quick") ? quick() : full()) {
            agreed &= play(entry, growth);
        }
        for (int i = 1; i < growth.size(); i++) {
            var from = growth.getFirst();
            var to = growth.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "sparse, %,.0f to %,.0f a side: our time grows with exponent %.2f%n",
                    from[0],
                    to[0],
                    Math.log(to[1] / from[1]) / Math.log(to[0] / from[0]));
        }
        System.exit(agreed ? 0 : 1);
    }

    private static List<Entry> quick() {
        var all = List.of("or-assignment", "or-flow", "jgrapht", "ours", "ours-fair", "read");
        return List.of(new Entry("dense", 300, 3, all), new Entry("sparse", 3_000, 3, all));
    }

    private static List<Entry> full() {
        var all = List.of("or-assignment", "or-flow", "jgrapht", "ours", "ours-fair", "read");
        var large = List.of("or-assignment", "or-flow", "ours", "ours-fair", "read");
        return List.of(
                new Entry("dense", 300, 5, all),
                new Entry("dense", 1_000, 5, large),
                new Entry("dense", 10_000, 3, large),
                new Entry("sparse", 10_000, 5, large),
                new Entry("sparse", 100_000, 3, large),
                new Entry("sparse", 500_000, 1, large));
    }

    private static boolean play(Entry entry, List<double[]> growth) throws IOException, InterruptedException {
        Run yardstick = null;
        Run judge = null;
        boolean agreed = true;
        for (var engine : entry.engines) {
            var run = median(entry, engine);
            System.out.printf(Locale.ROOT, "%-6s %,9d a side  %-14s ", entry.shape, entry.side, engine);
            if (run == null || run.total < 0 && !engine.equals("read")) {
                System.out.println("no answer");
                continue;
            }
            yardstick = yardstick == null ? run : yardstick;
            System.out.printf(
                    Locale.ROOT,
                    "%,10.1f ms (x %.3f)  %,6d MB (x %.2f)",
                    run.milliseconds,
                    run.milliseconds / yardstick.milliseconds,
                    run.megabytes,
                    run.megabytes / (double) yardstick.megabytes);
            if (!engine.equals("read")) {
                System.out.printf(Locale.ROOT, "  %,d pairs, total %,d", run.pairs, run.total);
            }
            System.out.println();
            if (List.of("or-assignment", "or-flow", "jgrapht", "ours").contains(engine)) {
                judge = judge == null ? run : judge;
                if (judge.pairs != run.pairs || judge.total != run.total) {
                    System.out.println("       does not agree with the engines above");
                    agreed = false;
                }
            }
            if (engine.equals("ours") && entry.shape.equals("sparse")) {
                growth.add(new double[] {entry.side, run.milliseconds});
            }
        }
        return agreed;
    }

    private static Run median(Entry entry, String engine) throws IOException, InterruptedException {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < entry.runs; i++) {
            var run = run(entry, engine);
            if (run == null) {
                return null;
            }
            runs.add(run);
        }
        runs.sort(java.util.Comparator.comparingDouble(Run::milliseconds));
        return runs.get(runs.size() / 2);
    }

    private static Run run(Entry entry, String engine) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx10g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Contest.class.getName(),
                        engine,
                        entry.shape,
                        Integer.toString(entry.side))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return null;
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        return said.length < 5
                ? null
                : new Run(
                        Long.parseLong(said[0]),
                        Long.parseLong(said[1]),
                        Double.parseDouble(said[2]),
                        Long.parseLong(said[3]),
                        Long.parseLong(said[4]));
    }
}
