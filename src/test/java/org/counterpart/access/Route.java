// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A line of docs/access.md.
record Route(String method, String pattern, Set<String> who) {
    private static final Pattern LINE = Pattern.compile("\\| (GET|POST) \\| (\\S+) \\| (.+) \\|");

    static List<Route> all() throws IOException {
        return Files.readAllLines(Path.of("docs", "access.md")).stream()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> new Route(
                        line.group(1), line.group(2), Set.of(line.group(3).split(", "))))
                .toList();
    }

    String name() {
        return method + " " + pattern;
    }
}
