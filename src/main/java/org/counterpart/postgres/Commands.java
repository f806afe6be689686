// SPDX-License-Identifier: Apache-2.0
package org.counterpart.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.counterpart.web.CannotStart;

/// Runs PostgreSQL's own programs. PostgreSQL refuses to run as root, so root lends it another identity: a user
/// namespace in which root is nobody, where the kernel allows that.
final class Commands {
    private static final long SECONDS = 60;

    private final Path programs;
    private final List<String> prefix;

    private Commands(Path programs, List<String> prefix) {
        this.programs = programs;
        this.prefix = prefix;
    }

    static Commands in(Path programs) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Commands(programs, List.of());
        }
        var lent = List.of("unshare", "-U", "--");
        if (new Commands(programs, lent).answers("true")) {
            return new Commands(programs, lent);
        }
        throw new CannotStart("cannot-start.root");
    }

    /// Runs a program to its end; refused with what it said where it fails.
    void run(String program, String... arguments) {
        var line = line(program, arguments);
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CannotStart("cannot-start.slow", program, SECONDS);
            }
            if (process.exitValue() != 0) {
                throw new CannotStart("cannot-start.failed", program, said.strip());
            }
        } catch (IOException broken) {
            throw new CannotStart("cannot-start.not-run", program, String.valueOf(broken.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("cannot-start.interrupted");
        }
    }

    List<String> line(String program, String... arguments) {
        var line = new ArrayList<>(prefix);
        line.add(programs.resolve(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    private boolean answers(String program) {
        try {
            var line = new ArrayList<>(prefix);
            line.add(program);
            return new ProcessBuilder(line).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
