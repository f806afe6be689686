// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Runs the engines by turns on the same instances, each run in a process of its own, and prints medians, our ratios to
/// every other engine and to reading the edges once, how our time grows, what verifying costs, and what a rematch does.
/// Stops with 1 if two engines disagree or ours has no answer, with 2 if it was asked for a line that there is not.
/// Started by `bench/engines`.
final class Tournament {
    private static final Duration ONE = Duration.ofMinutes(8);
    private static final int VERIFYING_SIDE = 20_000;
    private static final int VERIFYING_PROCESSES = 3;
    private static final String VERIFY = "verify";
    private static final String REMATCH = "rematch";

    private final Apart apart;
    private final TreeMap<Integer, Run> sparse = new TreeMap<>();
    private boolean agreed = true;

    private Tournament(Duration all) {
        apart = new Apart(all);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var asked = Asked.of(List.of(arguments));
        if (asked.matches().isEmpty() && !asked.verify() && !asked.rematch()) {
            System.err.println("No line is called so; there are: verify, rematch, families, "
                    + String.join(", ", Match.full().stream().map(Match::name).toList()));
            System.exit(2);
        }
        var tournament = new Tournament(asked.most());
        for (var match : asked.matches()) {
            tournament.play(match);
        }
        tournament.growth();
        if (asked.verify()) {
            tournament.verify();
        }
        if (asked.rematch()) {
            tournament.rematch();
        }
        System.exit(tournament.agreed ? 0 : 1);
    }

    /// What the command line asks for: `--quick`, `--only LINE[,LINE]`, `--minutes N`.
    private record Asked(List<Match> matches, boolean verify, boolean rematch, Duration most) {
        static Asked of(List<String> words) {
            boolean quick = words.contains("--quick");
            var minutes = after(words, "--minutes");
            var only = after(words, "--only");
            var most = Duration.ofMinutes(minutes.isEmpty() ? 120 : Long.parseLong(minutes));
            var all = quick ? Match.quick() : Match.full();
            if (only.isEmpty()) {
                return new Asked(all, true, true, most);
            }
            var names = List.of(only.split(","));
            return new Asked(
                    all.stream()
                            .filter(match -> names.contains(match.name())
                                    || names.contains(match.family())
                                    || names.contains("families")
                                            && Match.families().contains(match))
                            .toList(),
                    names.contains(VERIFY),
                    names.contains(REMATCH),
                    most);
        }

        private static String after(List<String> words, String option) {
            int at = words.indexOf(option);
            return at < 0 || at + 1 == words.size() ? "" : words.get(at + 1);
        }
    }

    private void play(Match match) throws IOException, InterruptedException {
        Map<Engine, List<Run>> runs = new EnumMap<>(Engine.class);
        for (int turn = 0; turn < match.processes(); turn++) {
            for (var engine : match.engines()) {
                var line = apart.line(
                        ONE, Contest.class, List.of(engine.name(), match.family(), Integer.toString(match.side())));
                if (line.isPresent()) {
                    runs.computeIfAbsent(engine, _ -> new ArrayList<>()).add(Run.parsed(line.get()));
                }
            }
        }
        var medians = new EnumMap<Engine, Run>(Engine.class);
        runs.forEach((engine, each) -> medians.put(engine, Run.median(each)));
        long edges = medians.values().stream().mapToLong(Run::edges).findFirst().orElse(0);
        say("%n%s: %,d candidates, medians of %d processes", match.name(), edges, match.processes());
        say("  %-14s %11s %11s %11s %8s", "", "first ms", "processor", "warm ms", "MB");
        match.engines().forEach(engine -> row(engine, medians.get(engine)));
        judge(medians);
        var ours = medians.get(Engine.OURS);
        if (ours == null || !ours.answered()) {
            say("  ours HAS NO ANSWER");
            agreed = false;
        } else {
            medians.forEach((engine, run) -> ratios(ours, engine, run));
            if (match.family().equals("sparse")) {
                sparse.put(match.side(), ours);
            }
        }
    }

    private static void row(Engine engine, Run run) {
        if (run == null || !run.answered() && engine != Engine.READ) {
            say("  %-14s %11s", engine.label(), run == null ? "out of time" : "no answer");
            return;
        }
        say(
                "  %-14s %,11.1f %,11.1f %,11.1f %,8d%s",
                engine.label(),
                run.first(),
                run.processor(),
                run.warm(),
                run.megabytes(),
                run.answered() ? "  %,d pairs, total %,d".formatted(run.pairs(), run.total()) : "");
    }

    private void judge(Map<Engine, Run> medians) {
        Run before = null;
        for (var engine : medians.keySet()) {
            var run = medians.get(engine);
            if (run.answered() && (engine.isForeign() || engine == Engine.OURS)) {
                if (before != null && !before.agrees(run)) {
                    say("  %s DOES NOT AGREE with the engines above", engine.label());
                    agreed = false;
                }
                before = before == null ? run : before;
            }
        }
    }

    private static void ratios(Run ours, Engine engine, Run run) {
        if (engine == Engine.READ) {
            say(
                    "  ours ÷ reading the edges once: first %,.0f, warm %,.0f",
                    ours.first() / run.first(), ours.warm() / run.warm());
        } else if (engine.isForeign() && run.answered()) {
            say(
                    "  ours ÷ %-14s first %.2f, processor %.2f, warm %.2f, memory %.2f",
                    engine.label() + ":",
                    ours.first() / run.first(),
                    ours.processor() / run.processor(),
                    ours.warm() / run.warm(),
                    ours.megabytes() / (double) Math.max(1, run.megabytes()));
        }
    }

    private void growth() {
        if (sparse.size() > 1) {
            int from = sparse.firstKey();
            int to = sparse.lastKey();
            say(
                    "%nsparse, %,d to %,d a side: our time grows with exponent %.2f, processor time with %.2f",
                    from,
                    to,
                    exponent(from, to, sparse.get(from).first(), sparse.get(to).first()),
                    exponent(
                            from,
                            to,
                            sparse.get(from).processor(),
                            sparse.get(to).processor()));
        }
    }

    private static double exponent(int from, int to, double before, double after) {
        return Math.log(after / before) / Math.log((double) to / from);
    }

    private void verify() throws IOException, InterruptedException {
        var lines = new ArrayList<double[]>();
        for (int turn = 0; turn < VERIFYING_PROCESSES; turn++) {
            apart.line(ONE, Verifying.class, List.of(Integer.toString(VERIFYING_SIDE)))
                    .map(line -> List.of(line.split(" ")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            say("%nverify: out of time");
            return;
        }
        say("%nverify, sparse of %,d a side, beside parsing the tables once", VERIFYING_SIDE);
        for (int at : new int[] {0, 2}) {
            int parsed = at;
            double parsing =
                    Run.median(lines.stream().mapToDouble(line -> line[parsed]).toArray());
            double verifying = Run.median(
                    lines.stream().mapToDouble(line -> line[parsed + 1]).toArray());
            say(
                    "  %-14s parsing %,.0f ms, verifying %,.0f ms: ÷ %.2f",
                    at == 0 ? "fresh process" : "warm", parsing, verifying, verifying / parsing);
        }
    }

    /// From the first answer beside from nothing, see [Rematch].
    private void rematch() throws IOException, InterruptedException {
        say("%nrematch after a change");
        var said = apart.lines(ONE, Rematch.class, List.of("dense", "1000", "sparse", "100000"));
        said.forEach(line -> say("  %s", line));
        agreed &= !said.isEmpty();
    }

    private static void say(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format + "%n", figures);
    }
}
