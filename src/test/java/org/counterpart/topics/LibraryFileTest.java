// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class LibraryFileTest {
    @Test
    void topics_are_read_as_any_reader_of_yaml_reads_them() throws IOException {
        var expected = new LinkedHashMap<String, Map<String, List<String>>>();
        yaml("topics.yaml").forEach((topic, about) -> {
            var entries = new LinkedHashMap<String, List<String>>();
            ((Map<?, ?>) about).forEach((key, value) -> entries.put(String.valueOf(key), texts(value)));
            expected.put(String.valueOf(topic), entries);
        });

        assertThat(LibraryFile.topics(LibraryFile.lines("topics.yaml"))).isEqualTo(expected);
    }

    @Test
    void everyday_words_are_read_as_any_reader_of_yaml_reads_them() throws IOException {
        var expected = new LinkedHashMap<String, String>();
        yaml("everyday-words.yaml")
                .forEach((code, words) ->
                        expected.put(String.valueOf(code), String.valueOf(words).strip()));

        assertThat(LibraryFile.everyday(LibraryFile.lines("everyday-words.yaml")))
                .isEqualTo(expected);
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        var bytes = LibraryFileTest.class.getResourceAsStream("/topics/" + file);
        try (bytes) {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
