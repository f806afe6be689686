// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.counterpart.matching.solver.Progress;
import org.counterpart.people.roster.Fault;
import org.counterpart.web.Saying;
import org.counterpart.web.Words;

/// What the commands say: faults and progress on standard error, answers on standard output.
final class Console {
    private static final long QUIET_NANOSECONDS = 2_000_000_000L;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Words words = new CommandWords();
    private long lastTold = System.nanoTime();

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void say(String line) {
        out.println(line);
    }

    /// Says something on standard error.
    void tell(String key, Object... arguments) {
        err.println(words.say(key, arguments));
    }

    /// Answers on standard output.
    void answer(String key, Object... arguments) {
        out.println(words.say(key, arguments));
    }

    void remark(Saying remark) {
        err.println(remark.in(words));
    }

    Words words() {
        return words;
    }

    /// One line a fault, at most [Fault#LISTED], then how many more there are.
    int refuse(List<Fault> faults) {
        faults.stream().limit(Fault.LISTED).forEach(fault -> err.println(fault.in(words)));
        if (faults.size() > Fault.LISTED) {
            tell("cli.more", faults.size() - Fault.LISTED);
        }
        tell("cli.nothing-written");
        return Main.BAD_INPUT;
    }

    /// Tells where long work is, every two seconds.
    Progress progress() {
        return (stage, share) -> {
            if (System.nanoTime() - lastTold > QUIET_NANOSECONDS) {
                lastTold = System.nanoTime();
                tell("cli.progress." + stage, Math.round(100 * Math.max(0, share)));
            }
        };
    }

    /// What the disk says, in one line.
    String cause(IOException disk) {
        return switch (disk) {
            case AccessDeniedException denied -> words.say("cli.no-permission", denied.getFile());
            case FileAlreadyExistsException file -> words.say("cli.no-folder", file.getFile());
            case NoSuchFileException file -> words.say("cli.no-file", file.getFile());
            default -> String.valueOf(disk.getMessage()).lines().findFirst().orElse("");
        };
    }

    static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.3f s", nanoseconds / 1e9);
    }
}
