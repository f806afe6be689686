// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads the library's two files. What they hold is explained at their top.
final class LibraryFile {
    private LibraryFile() {}

    static Library read() {
        var library = new Library();
        var topics = load("topics.yaml");
        topics.forEach(
                (topic, about) -> library.addTopic(text(topic), map(about).get("private") != null));
        topics.forEach((topic, about) -> {
            for (var tongue : Tongue.values()) {
                list(map(about).get(tongue.code())).forEach(name -> library.addName(text(topic), tongue, text(name)));
            }
            list(map(about).get("near")).forEach(other -> library.addNear(text(topic), text(other)));
        });
        load("everyday-words.yaml").forEach((code, words) -> {
            for (var word : Spelling.words(text(words))) {
                library.addEveryday(Tongue.valueOf(text(code).toUpperCase(java.util.Locale.ROOT)), word);
            }
        });
        return library;
    }

    private static Map<?, ?> load(String file) {
        try (var bytes = Objects.requireNonNull(Library.class.getResourceAsStream("/topics/" + file), file)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(bytes));
        } catch (IOException wrong) {
            throw new UncheckedIOException("The library of topics could not be read: " + file, wrong);
        }
    }

    private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object loaded) {
        return loaded instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object loaded) {
        return loaded instanceof List<?> list ? list : List.of();
    }

    private static String text(@org.jspecify.annotations.Nullable Object loaded) {
        return String.valueOf(loaded);
    }
}
