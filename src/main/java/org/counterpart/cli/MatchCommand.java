// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.counterpart.matching.Seed;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.ResultFolder;
import org.counterpart.matching.files.Told;
import org.counterpart.people.roster.Faults;
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
                || edges != null && (rules != null || pins != null)) {
            console.tell("cli.match.either");
            return Main.BAD_INPUT;
        }
        if (seed.isBlank() || seed.length() > 200) {
            console.tell("cli.match.seed", seed);
            return Main.BAD_INPUT;
        }
        if (!ResultFolder.mayWrite(out)) {
            console.tell("cli.match.out", out.toString());
            return Main.BAD_INPUT;
        }
        return edges == null ? matchPeople(Objects.requireNonNull(people), console) : matchEdges(edges, console);
    }

    private int matchEdges(Path file, Console console) throws IOException {
        var faults = new Faults(String.valueOf(file.getFileName()));
        var capacityFaults = new Faults(capacities == null ? "" : String.valueOf(capacities.getFileName()));
        var instance = EdgesFile.read(file, capacities, new Seed(seed), faults, capacityFaults);
        if (instance == null) {
            return console.refuse(
                    java.util.stream.Stream.concat(faults.byLine().stream(), capacityFaults.byLine().stream())
                            .toList());
        }
        long started = System.nanoTime();
        Certified certified;
        try {
            certified = Certified.solve(instance, console.progress());
        } catch (IllegalArgumentException _) {
            faults.add(0, "benefit", null, "cli.too-much");
            return console.refuse(faults.byLine());
        }
        return finish(certified, EdgesTold.of(certified, console.words()), System.nanoTime() - started, console);
    }

    private int matchPeople(Path file, Console console) throws IOException {
        var matched = new PeopleMatching(console, new Seed(seed)).match(file, rules, pins);
        return matched == null
                ? Main.BAD_INPUT
                : finish(matched.certified(), matched.told(), matched.nanoseconds(), console);
    }

    private int finish(Certified certified, Told told, long nanoseconds, Console console) throws IOException {
        ResultFolder.write(
                out, certified, told, seed, withoutEdges ? ResultFolder.Edges.LEFT_OUT : ResultFolder.Edges.WRITTEN);
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
            console.answer(
                    "cli.match.done",
                    objective.pairs(),
                    instance.decimal(objective.worst()).toPlainString(),
                    instance.decimal(objective.total()).toPlainString(),
                    told.unmatched().size(),
                    Console.seconds(nanoseconds));
            console.answer("cli.match.result", out.toString());
        }
        return 0;
    }
}
