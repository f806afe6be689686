// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The anchors of a file, by the number of their event.
///
/// @param damaged number of the first line that is none, from 1; 0 where all are whole
public record Anchors(NavigableMap<Long, List<Anchor>> byNumber, int lines, int damaged) {
    public static Anchors none() {
        return new Anchors(new TreeMap<>(), 0, 0);
    }

    public static Anchors read(Path file) throws IOException {
        var byNumber = new TreeMap<Long, List<Anchor>>();
        int lines = 0;
        int damaged = 0;
        // Every byte is a letter here, so that no damage keeps the rest from being read.
        try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
                var anchor = Anchor.read(line);
                if (anchor.isPresent()) {
                    add(anchor.get(), byNumber);
                } else if (damaged == 0) {
                    damaged = lines;
                }
            }
        }
        return new Anchors(byNumber, lines, damaged);
    }

    /// The same event is anchored every hour; the last time is kept, until when nothing had happened after it.
    private static void add(Anchor anchor, TreeMap<Long, List<Anchor>> byNumber) {
        var there = byNumber.computeIfAbsent(anchor.number(), _ -> new ArrayList<>(1));
        there.removeIf(
                each -> each.agreesWith(anchor.hash()) && each.writtenAt().isBefore(anchor.writtenAt()));
        if (there.stream().noneMatch(each -> each.agreesWith(anchor.hash()))) {
            there.add(anchor);
        }
    }
}
