// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /// The one that an address is of; where several could be, the one with the fewest places for anything.
    static Optional<Route> of(String method, String address) throws IOException {
        return all().stream()
                .filter(route -> route.method.equals(method))
                .filter(route -> address.matches(route.pattern.replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparingInt(route -> route.pattern.split("\\{").length));
    }

    /// Whether somebody gets in at what is theirs, or at what anyone with the link does.
    boolean admits(String visitor) {
        return who.contains("anyone")
                || who.contains("token")
                || who.contains("signed in") && !visitor.equals(House.STRANGER)
                || who.stream().anyMatch(Set.of("self", "named")::contains) && !visitor.equals(House.STRANGER)
                || who.contains(visitor)
                || visitor.contains(" of ") && who.contains(visitor.substring(0, visitor.indexOf(' ')));
    }

    String name() {
        return method + " " + pattern;
    }
}
