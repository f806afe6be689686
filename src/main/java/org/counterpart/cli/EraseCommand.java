// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.counterpart.Application;
import org.counterpart.privacy.Erasing;
import org.counterpart.privacy.Erasing.DryRun;
import org.counterpart.privacy.Erasing.Erased;
import org.counterpart.privacy.Erasing.Refused;
import org.counterpart.privacy.Erasing.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `erase PERSON`: what the page *Erase somebody* does, where no server runs on the same data folder. It answers no to
/// somebody who holds a duty, and takes an id or address that nobody has for bad input.
@Command(name = "erase", mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {
    private static final String SAID = "privacy.cli.";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PERSON", descriptionKey = "PERSON")
    private String person = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--data")
    private Path data = Path.of("data");

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        var console = new Console(line.getOut(), line.getErr());
        var elsewhere = System.getenv("COUNTERPART_DB_URL");
        if ((elsewhere == null || elsewhere.isEmpty()) && !Files.isDirectory(data)) {
            console.tell(SAID + "folder", data.toString());
            return Main.BAD_INPUT;
        }
        // The whole program, so that everyone who hears of an erasure does; its pages on a free port of this machine.
        var application = new SpringApplication(Application.class);
        application.setDefaultProperties(
                Map.of("server.port", 0, "server.address", "127.0.0.1", "counterpart.data", data.toString()));
        try (var program = application.run("--logging.level.org.counterpart=warn")) {
            return answer(program.getBean(Erasing.class), console);
        } catch (RuntimeException failed) {
            console.remark(Starting.obstacle(failed));
            return Main.BAD_INPUT;
        }
    }

    private int answer(Erasing erasing, Console console) {
        var would = erasing.dryRun(person);
        var answer = JsonMapper.builder().build().createObjectNode();
        if (would.isEmpty()) {
            return refused(Why.UNKNOWN, answer, console);
        }
        if (would.get().refusal().isPresent()) {
            return refused(would.get().refusal().get(), answer, console);
        }
        tell(would.get(), answer.put("erased", false), console);
        if (dryRun) {
            return done(SAID + "would", answer, console);
        }
        return switch (erasing.erase(person)) {
            case Erased(String standIn) ->
                done(SAID + "done", answer.put("erased", true).put("standIn", standIn), console);
            case Refused(Why why) -> refused(why, answer, console);
        };
    }

    private void tell(DryRun would, ObjectNode answer, Console console) {
        var tables = answer.putObject("tables");
        for (var count : would.counts()) {
            tables.putObject(count.table())
                    .put("rows", count.rows())
                    .put("fate", count.fate().name());
            if (!json) {
                console.say("%s: %s. %s"
                        .formatted(
                                console.words().say("privacy.table." + count.table()),
                                console.words().say("privacy.rows", count.rows()),
                                console.words().say("privacy.fate." + count.fate())));
            }
        }
    }

    private int done(String key, ObjectNode answer, Console console) {
        if (json) {
            console.say(answer.toString());
        } else {
            console.answer(key);
        }
        return 0;
    }

    private int refused(Why why, ObjectNode answer, Console console) {
        if (json) {
            console.say(answer.put("erased", false).put("reason", why.name()).toString());
        }
        console.tell(SAID + why, person);
        return switch (why) {
            case UNKNOWN -> Main.BAD_INPUT;
            case DUTY -> Main.NO;
        };
    }
}
