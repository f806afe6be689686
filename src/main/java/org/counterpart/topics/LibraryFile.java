// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads the library's two files, whose top explains what they hold. They are YAML in its plainest form (`key:` on a
/// line, lists in brackets, text folded after `>`), which a reader of all of YAML would take longer for than the
/// whole command.
final class LibraryFile {
    private LibraryFile() {}

    static Library read() {
        var library = new Library();
        var topics = topics(lines("topics.yaml"));
        var group = "";
        for (var topic : topics.entrySet()) {
            group = topic.getValue().getOrDefault("group", List.of(group)).getFirst();
            library.addTopic(
                    topic.getKey(),
                    group,
                    topic.getValue().containsKey("private"),
                    topic.getValue()
                            .getOrDefault(Tongue.EN.code(), List.of(topic.getKey()))
                            .getFirst());
        }
        topics.forEach((topic, about) -> {
            for (var tongue : Tongue.values()) {
                about.getOrDefault(tongue.code(), List.of()).forEach(name -> library.addName(topic, tongue, name));
            }
            about.getOrDefault("near", List.of()).forEach(other -> library.addNear(topic, other));
        });
        everyday(lines("everyday-words.yaml")).forEach((code, words) -> {
            for (var word : Spelling.words(words)) {
                library.addEveryday(Tongue.valueOf(code.toUpperCase(java.util.Locale.ROOT)), word);
            }
        });
        return library;
    }

    /// What is said about each topic, by topic and key.
    static Map<String, Map<String, List<String>>> topics(List<String> lines) {
        var topics = new LinkedHashMap<String, Map<String, List<String>>>();
        var about = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            int colon = line.startsWith("\"") ? line.indexOf("\":") + 1 : line.indexOf(':');
            if (line.startsWith(" ")) {
                about.put(
                        line.substring(0, colon).strip(),
                        list(line.substring(colon + 1).strip()));
            } else {
                about = new LinkedHashMap<>();
                topics.put(plain(line.substring(0, colon)), about);
            }
        }
        return topics;
    }

    /// The words of each language, by its code.
    static Map<String, String> everyday(List<String> lines) {
        var words = new LinkedHashMap<String, String>();
        var code = "";
        for (var line : lines) {
            if (line.startsWith(" ")) {
                words.merge(code, line.strip(), (before, more) -> before + " " + more);
            } else {
                code = line.substring(0, line.indexOf(':'));
            }
        }
        return words;
    }

    static List<String> lines(String file) {
        try (var bytes = Objects.requireNonNull(Library.class.getResourceAsStream("/topics/" + file), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException("The library of topics could not be read: " + file, wrong);
        }
    }

    private static List<String> list(String text) {
        if (!text.startsWith("[")) {
            return List.of(text);
        }
        var entries = new ArrayList<String>();
        for (var entry : text.substring(1, text.length() - 1).split(",")) {
            entries.add(plain(entry.strip()));
        }
        return entries;
    }

    private static String plain(String entry) {
        return entry.startsWith("\"") ? entry.substring(1, entry.length() - 1) : entry;
    }
}
