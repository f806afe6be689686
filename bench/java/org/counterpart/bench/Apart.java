// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starts processes and takes what each prints, until the time for all of them is over.
final class Apart {
    private final Instant end;

    Apart(Duration all) {
        end = Instant.now().plus(all);
    }

    /// The first line; nothing if it took too long or had nothing to say.
    Optional<String> line(Duration most, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        return lines(most, program, arguments).stream().findFirst();
    }

    /// Empty if it took too long.
    List<String> lines(Duration most, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        var left = Duration.between(Instant.now(), end);
        var allowed = left.compareTo(most) < 0 ? left : most;
        if (!allowed.isPositive()) {
            return List.of();
        }
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx10g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(allowed.toMillis(), TimeUnit.MILLISECONDS)) {
                return List.of();
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
