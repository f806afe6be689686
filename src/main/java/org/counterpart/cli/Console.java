// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.counterpart.matching.solver.Progress;
import org.counterpart.people.roster.Fault;

/// What the commands say: faults and progress on standard error, answers on standard output.
final class Console {
    private static final long QUIET_NANOSECONDS = 2_000_000_000L;

    private final PrintWriter out;
    private final PrintWriter err;
    private long lastTold = System.nanoTime();

    Console(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void say(String line) {
        out.println(line);
    }

    void warn(String line) {
        err.println(line);
    }

    /// One line a fault, at most [Fault#LISTED], then how many more there are.
    int refuse(List<Fault> faults) {
        faults.stream().limit(Fault.LISTED).forEach(fault -> err.println(fault));
        if (faults.size() > Fault.LISTED) {
            err.println("… and %,d more".formatted(faults.size() - Fault.LISTED));
        }
        err.println("Nothing was written.");
        return Main.BAD_INPUT;
    }

    /// Tells where long work is, every two seconds.
    Progress progress() {
        return (stage, share) -> {
            if (System.nanoTime() - lastTold > QUIET_NANOSECONDS) {
                lastTold = System.nanoTime();
                err.println("%s: %.0f %%".formatted(words(stage), 100 * Math.max(0, share)));
            }
        };
    }

    private static String words(Progress.Stage stage) {
        return switch (stage) {
            case MOST -> "Serving the most people";
            case WORST -> "Raising the worst-off pair";
            case TOTAL -> "Raising the total benefit";
        };
    }

    static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.3f s", nanoseconds / 1e9);
    }
}
