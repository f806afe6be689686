// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.counterpart.matching.verifier.Verdict;
import org.counterpart.matching.verifier.Verdict.Rejected;
import org.counterpart.matching.verifier.Verdict.Stable;
import org.counterpart.matching.verifier.Verdict.Verified;
import org.counterpart.matching.verifier.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `verify DIR`: whether a result holds, without the code that made it.
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
    private Path folder = Path.of("");

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        var console = new Console(line.getOut(), line.getErr());
        if (!Files.isDirectory(folder)) {
            console.tell("cli.verify.folder", folder.toString());
            return Main.BAD_INPUT;
        }
        Verdict verdict;
        try {
            verdict = Verifier.verify(folder);
        } catch (IOException disk) {
            console.tell("cli.verify.unreadable", folder.toString(), console.cause(disk));
            return Main.BAD_INPUT;
        }
        var answer = JsonMapper.builder().build().createObjectNode();
        return switch (verdict) {
            case Verified(
                    int pairs,
                    String worst,
                    String total,
                    int people,
                    int edges,
                    long unweighed,
                    var goals,
                    var margins) -> {
                answer.put("verified", true)
                        .put("pairs", pairs)
                        .put("worst", worst)
                        .put("total", total);
                answer.put("unweighed", unweighed);
                goals.forEach(answer.putArray("goals")::add);
                margins.forEach(answer.putObject("margins")::put);
                if (json) {
                    console.say(answer.toString());
                } else {
                    console.answer(
                            margins.isEmpty() ? yes(unweighed) : "cli.verify.nearly",
                            pairs,
                            worst,
                            total,
                            people,
                            edges);
                    margins.forEach((goal, amount) -> console.answer("cli.margin." + goal, amount));
                    tellUnweighed(unweighed, console);
                    console.answer(
                            "cli.verify.goals",
                            String.join(
                                    ", ",
                                    goals.stream()
                                            .map(goal -> console.words().say("cli.goal." + goal))
                                            .toList()));
                }
                yield 0;
            }
            case Stable stable -> {
                answer.put("verified", true)
                        .put("pairs", stable.pairs())
                        .put("worst", stable.worst())
                        .put("total", stable.total())
                        .put("unweighed", stable.unweighed());
                answer.putArray("goals").add("stable");
                if (json) {
                    console.say(answer.toString());
                } else {
                    console.answer(
                            "cli.verify.stable",
                            stable.pairs(),
                            stable.worst(),
                            stable.total(),
                            stable.people(),
                            stable.edges(),
                            stable.bestPairs(),
                            stable.bestWorst(),
                            stable.bestTotal());
                    tellUnweighed(stable.unweighed(), console);
                }
                yield 0;
            }
            case Rejected(String key, var arguments) -> {
                var reason = console.words().say(key, arguments.toArray());
                answer.put("verified", false).put("reason", reason);
                if (json) {
                    console.say(answer.toString());
                } else {
                    console.answer("cli.verify.no", reason);
                }
                yield Main.NO;
            }
        };
    }

    private static String yes(long unweighed) {
        return unweighed == 0 ? "cli.verify.yes" : "cli.verify.yes.weighed";
    }

    private static void tellUnweighed(long unweighed, Console console) {
        if (unweighed > 0) {
            console.answer("cli.verify.unweighed", unweighed);
        }
    }
}
