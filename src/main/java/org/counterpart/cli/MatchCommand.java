// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.counterpart.matching.Priorities;
import org.counterpart.matching.Seed;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.Instance;
import org.counterpart.matching.files.ResultFolder;
import org.counterpart.matching.files.Told;
import org.counterpart.matching.solver.Goal;
import org.counterpart.people.roster.Faults;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `match`: from a list of sign-ups, or of candidate pairs, to proven pairs in a folder.
@Command(name = "match", mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PEOPLE.csv", arity = "0..1", descriptionKey = "PEOPLE.csv")
    private @Nullable Path people;

    @Option(names = "--edges", paramLabel = "EDGES.csv")
    private @Nullable Path edges;

    @Option(names = "--capacities", paramLabel = "CAPS.csv")
    private @Nullable Path capacities;

    @Option(names = "--rules", paramLabel = "RULES.yaml")
    private @Nullable Path rules;

    @Option(names = "--pins", paramLabel = "PINS.csv")
    private @Nullable Path pins;

    @Option(names = "--previous", paramLabel = "DIR")
    private @Nullable Path previous;

    @Option(names = "--never-again", paramLabel = "DIR")
    private List<Path> neverAgain = List.of();

    @Option(names = "--goals", paramLabel = "GOALS", split = ",")
    private List<String> goals = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "TEXT")
    private String seed = Seed.STANDARD.text();

    @Option(names = "--no-edges")
    private boolean withoutEdges;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        var console = new Console(line.getOut(), line.getErr());
        if ((people == null) == (edges == null)
                || capacities != null && edges == null
                || edges != null && (rules != null || pins != null || !neverAgain.isEmpty())) {
            console.tell("cli.match.either");
            return Main.BAD_INPUT;
        }
        if (seed.isBlank() || seed.length() > 200) {
            console.tell("cli.match.seed", seed);
            return Main.BAD_INPUT;
        }
        if (!mayWrite(console)) {
            return Main.BAD_INPUT;
        }
        var wanted = goals();
        if (wanted == null) {
            console.tell("cli.match.goals", String.join(",", goals));
            return Main.BAD_INPUT;
        }
        var priorities = EarlierResult.read(previous, wanted, console);
        if (priorities == null) {
            return Main.BAD_INPUT;
        }
        return edges == null
                ? matchPeople(Objects.requireNonNull(people), priorities, console)
                : matchEdges(edges, priorities, console);
    }

    private boolean mayWrite(Console console) {
        try {
            if (ResultFolder.mayWrite(out)) {
                return true;
            }
            console.tell("cli.match.out", out.toString());
        } catch (IOException disk) {
            console.tell("cli.match.unwritable", out.toString(), console.cause(disk));
        }
        return false;
    }

    /// Null where a name is not one of a goal, stands twice, or neither the worst-off pair nor the total is asked
    /// for.
    private @Nullable List<Goal> goals() {
        var wanted = new ArrayList<Goal>();
        for (var name : goals) {
            var goal = Arrays.stream(Goal.values())
                    .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                    .findFirst();
            if (goal.isEmpty() || wanted.contains(goal.get())) {
                return null;
            }
            wanted.add(goal.get());
        }
        if (wanted.equals(List.of(Goal.STABLE))) {
            return edges == null ? wanted : null;
        }
        boolean raises = !wanted.contains(Goal.STABLE) && (wanted.contains(Goal.WORST) || wanted.contains(Goal.TOTAL));
        int even = wanted.indexOf(Goal.EVEN);
        boolean inOrder = even < 0 || wanted.subList(0, even).contains(Goal.WORST);
        return wanted.isEmpty() || raises && inOrder ? wanted : null;
    }

    private int matchEdges(Path file, Priorities priorities, Console console) {
        var faults = new Faults(String.valueOf(file.getFileName()));
        var capacityFaults = new Faults(capacities == null ? "" : String.valueOf(capacities.getFileName()));
        var remarks = new ArrayList<Saying>();
        var instance = EdgesFile.read(file, capacities, new Seed(seed), faults, capacityFaults, remarks);
        if (instance == null) {
            return console.refuse(
                    java.util.stream.Stream.concat(faults.byLine().stream(), capacityFaults.byLine().stream())
                            .toList());
        }
        remarks.forEach(console::remark);
        var positions = new HashMap<String, Integer>();
        for (int person = 0; person < instance.people(); person++) {
            positions.put(instance.ids()[person], person);
        }
        long started = System.nanoTime();
        Certified certified;
        try {
            certified =
                    Certified.solve(instance.with(priorities.aims(positions, instance.edges())), console.progress());
        } catch (IllegalArgumentException _) {
            faults.add(0, "benefit", largest(instance), "cli.too-much");
            return console.refuse(faults.byLine());
        }
        return finish(certified, EdgesTold.of(certified, console.words()), System.nanoTime() - started, console);
    }

    private static String largest(Instance instance) {
        return IntStream.range(0, instance.edges().size())
                .mapToObj(edge -> instance.decimal(instance.edges().benefit(edge)))
                .max(Comparator.comparing(BigDecimal::abs))
                .map(BigDecimal::toPlainString)
                .orElse("");
    }

    private int matchPeople(Path file, Priorities priorities, Console console) throws IOException {
        var made = EarlierResult.pairs(neverAgain, console);
        if (made == null) {
            return Main.BAD_INPUT;
        }
        var matched = new PeopleMatching(console, new Seed(seed)).match(file, rules, pins, made, priorities);
        return matched == null
                ? Main.BAD_INPUT
                : finish(matched.certified(), matched.told(), matched.nanoseconds(), console);
    }

    private int finish(Certified certified, Told told, long nanoseconds, Console console) {
        var candidates = withoutEdges ? ResultFolder.Edges.LEFT_OUT : ResultFolder.Edges.WRITTEN;
        try {
            if (!ResultFolder.write(out, certified, told, seed, candidates)) {
                console.tell("cli.match.busy", out.toString());
                return Main.BAD_INPUT;
            }
        } catch (IOException disk) {
            console.tell("cli.match.unwritable", out.toString(), console.cause(disk));
            return Main.BAD_INPUT;
        }
        var objective = certified.objective();
        var instance = certified.instance();
        if (json) {
            console.say(JsonMapper.builder()
                    .build()
                    .createObjectNode()
                    .put("pairs", objective.pairs())
                    .put("worst", instance.decimal(objective.worst()))
                    .put("total", instance.decimal(objective.total()))
                    .put("unmatched", told.unmatched().size())
                    .put("seconds", nanoseconds / 1e9)
                    .toString());
        } else {
            told.summary().forEach(console::say);
            if (certified.stable() == null && !certified.complete()) {
                console.answer("matching.summary.nearly");
            }
            console.answer(
                    "cli.match.done",
                    objective.pairs(),
                    instance.decimal(objective.worst()).toPlainString(),
                    instance.decimal(objective.total()).toPlainString(),
                    told.unmatched().size(),
                    Console.seconds(nanoseconds));
            if (instance.aims().goals().contains(Goal.KEPT)) {
                console.answer(
                        "cli.match.kept", objective.kept(), instance.aims().previous().length);
            }
            console.answer("cli.match.result", out.toString());
        }
        return 0;
    }
}
