// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.counterpart.enrolment.draw.Closing;
import org.counterpart.enrolment.draw.Draw;
import org.counterpart.enrolment.draw.Drawn;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Refused;
import org.counterpart.enrolment.draw.Secret;
import org.counterpart.enrolment.draw.Terms;
import org.counterpart.enrolment.draw.files.DrawFolder;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Heading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `draw`: who of the applicants starts now. `--commit` comes first, `--close` when the call is over, then the draw
/// itself, and `--check` at any time after it.
@Command(name = "draw", mixinStandardHelpOptions = true)
final class DrawCommand implements Callable<Integer> {
    private static final int EASILY_GUESSED = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "APPLICANTS.csv", arity = "0..1", descriptionKey = "APPLICANTS.csv")
    private @Nullable Path applicants;

    @Option(names = "--places", paramLabel = "N")
    private @Nullable String places;

    @Option(names = "--reserve", paramLabel = "N")
    private String reserve = "0";

    @Option(names = "--strata", paramLabel = "COLUMNS", split = ",")
    private List<String> strata = List.of();

    @Option(names = "--seed", paramLabel = "TEXT")
    private @Nullable String seed;

    @Option(names = "--witness", paramLabel = "TEXT")
    private String witness = "";

    @Option(names = "--witness-source", paramLabel = "TEXT")
    private String source = "";

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--commit")
    private boolean commit;

    @Option(names = "--close")
    private boolean close;

    @Option(names = "--check", paramLabel = "DIR")
    private @Nullable Path check;

    @Option(names = "--prove", paramLabel = "ID")
    private @Nullable String prove;

    @Option(names = "--commitment", paramLabel = "SHA-256")
    private String commitment = "";

    @Option(names = "--list", paramLabel = "SHA-256")
    private String list = "";

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        var console = new Console(line.getOut(), line.getErr());
        if (check != null) {
            var checking = new DrawCheck(console, json);
            return prove == null ? checking.check(check, commitment, list) : checking.prove(check, prove);
        }
        if (commit) {
            return commit(console);
        }
        if (applicants == null || places == null || !close && (seed == null || out == null)) {
            console.tell("cli.draw.needs");
            return Main.BAD_INPUT;
        }
        var terms = terms(places, console);
        if (terms == null) {
            return Main.BAD_INPUT;
        }
        var faults = new Faults(String.valueOf(applicants.getFileName()));
        var read = ApplicantsFile.read(applicants, terms.strata(), terms.byRole(), faults);
        if (faults.any()) {
            return console.refuse(faults.byLine());
        }
        read.remarks().forEach(console::remark);
        if (close) {
            return switch (Draw.close(read.applicants(), terms)) {
                case Closing.Open(var found) -> refuse(found, read, faults, console);
                case Closing.Closed(var closed) -> {
                    console.say(closed.digest());
                    yield 0;
                }
            };
        }
        return switch (Draw.of(
                read.applicants(), terms, new Secret(Objects.requireNonNull(seed), witness, source.strip()))) {
            case Refused(var found) -> refuse(found, read, faults, console);
            case Drawn drawn -> write(Objects.requireNonNull(out), drawn, console);
        };
    }

    private int commit(Console console) {
        if (seed == null || seed.isBlank()) {
            console.tell("cli.draw.needs-seed");
            return Main.BAD_INPUT;
        }
        warn(seed, console);
        console.say(Secret.commitment(seed));
        return 0;
    }

    private static void warn(String seed, Console console) {
        if (seed.length() < EASILY_GUESSED) {
            console.tell("cli.draw.short-seed", seed.length(), EASILY_GUESSED);
        }
    }

    /// Null after the fault was told.
    private @Nullable Terms terms(String text, Console console) {
        var start = PlacesOption.read(text);
        var spare = PlacesOption.read(reserve);
        var seats = start == null || spare == null ? null : PlacesOption.together(start, spare);
        if (start == null) {
            console.tell("cli.draw.places", "--places", text);
        } else if (spare == null) {
            console.tell("cli.draw.places", "--reserve", reserve);
        } else if (seats == null) {
            console.tell("cli.draw.reserve", reserve, text);
        }
        var columns = new ArrayList<String>();
        for (var name : strata) {
            if (Heading.sensitive(name)) {
                console.tell("cli.draw.sensitive", name);
                return null;
            }
            columns.add(Heading.column(name));
        }
        return seats == null ? null : new Terms(seats, columns);
    }

    private static int refuse(List<Refused.Fault> found, ApplicantsFile.Read read, Faults faults, Console console) {
        for (var fault : found) {
            if (fault.applicant() == Refused.NOBODY) {
                console.tell(
                        "cli.draw.option",
                        option(fault.why()),
                        fault.value(),
                        console.words()
                                .say(
                                        "draw.why." + fault.why(),
                                        fault.arguments().toArray()));
            } else {
                read.add(fault, faults);
            }
        }
        return console.refuse(faults.byLine());
    }

    private static String option(Refused.Why why) {
        return switch (why) {
            case PLACES, TOO_MANY_PLACES, TOO_FEW_FOR_ROLES -> "--places";
            case RESERVE, TOO_LARGE_RESERVE -> "--reserve";
            case STRATA -> "--strata";
            case SEED -> "--seed";
            case WITNESS -> "--witness";
            case NO_APPLICANTS, ID, TWICE, SIDE, STRATUM, WORD -> "APPLICANTS.csv";
        };
    }

    private int write(Path folder, Drawn drawn, Console console) {
        try {
            switch (DrawFolder.write(folder, drawn)) {
                case DONE -> {
                    warn(drawn.secret().seed(), console);
                    tell(folder, drawn, console);
                    return 0;
                }
                case HOLDS_ANOTHER_DRAW -> console.tell("cli.draw.another", folder.toString());
                case NOT_OURS -> console.tell("cli.draw.out", folder.toString());
            }
        } catch (IOException disk) {
            console.tell("cli.match.unwritable", folder.toString(), console.cause(disk));
        }
        return Main.BAD_INPUT;
    }

    private void tell(Path folder, Drawn drawn, Console console) {
        var notice = drawn.notice();
        int start = drawn.on(Outcome.START_NOW).size();
        int inReserve = drawn.on(Outcome.RESERVE).size();
        int next = drawn.on(Outcome.COMPARISON).size();
        if (json) {
            console.say(JsonMapper.builder()
                    .build()
                    .createObjectNode()
                    .put("applicants", notice.applicants())
                    .put("start_now", start)
                    .put("reserve", inReserve)
                    .put("comparison", next)
                    .put("commitment", notice.commitment())
                    .put("list", notice.listDigest())
                    .put("root", notice.root())
                    .toString());
            return;
        }
        console.answer("cli.draw.done", notice.applicants(), start, inReserve, next);
        for (var group : drawn.groups()) {
            console.answer(
                    "cli.draw.group",
                    console.words().say("draw.pool." + group.pool()),
                    String.join(" · ", group.stratum()),
                    group.applicants(),
                    group.seats().start(),
                    group.seats().reserve());
        }
        console.answer("cli.draw.commitment", notice.commitment());
        console.answer("cli.draw.list", notice.listDigest());
        console.answer("cli.draw.result", folder.toString());
    }
}
