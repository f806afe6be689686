// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Where the jar starts. Exit codes: 0 done, 1 the answer is no, 2 bad input, 3 a bug of ours.
@Command(
        name = "counterpart",
        mixinStandardHelpOptions = true,
        version = "counterpart 0.1.0",
        subcommands = {
            ServeCommand.class,
            MatchCommand.class,
            VerifyCommand.class,
            DrawCommand.class,
            AuditCommand.class,
            EraseCommand.class
        })
public final class Main {
    static final int NO = 1;
    static final int BAD_INPUT = 2;
    static final int BUG = 3;

    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, new PrintWriter(out, true), new PrintWriter(err, true)));
    }

    /// Runs one command and gives its exit code.
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        var words = new CommandWords();
        var line = new CommandLine(new Main())
                .setResourceBundle(CommandWords.HELP)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((bug, command, _) -> {
                    command.getErr().println(words.say("cli.bug", String.valueOf(bug)));
                    bug.printStackTrace(command.getErr());
                    return BUG;
                });
        if (arguments.length == 0) {
            line.usage(out);
            return BAD_INPUT;
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError full) {
            err.println(words.say("cli.memory"));
            return BUG;
        }
    }
}
