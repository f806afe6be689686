// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTests {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");

    @Test
    void every_text_that_a_page_asks_for_is_there() throws IOException {
        var texts = texts();
        var missing = new TreeSet<String>();
        for (var template : files(TEMPLATES, ".jte")) {
            Pattern.compile("frame\\.t\\(\"([\\w.-]+)\"[,)]")
                    .matcher(Files.readString(template))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !texts.containsKey(key))
                    .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void no_template_speaks_for_itself() throws IOException {
        for (var template : files(TEMPLATES, ".jte")) {
            var words = Pattern.compile(">\\s*([A-Z][a-z]+ [a-z]+[^<$@{}]*)<")
                    .matcher(Files.readString(template))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(words).describedAs(template.toString()).isEmpty();
        }
    }

    @Test
    void no_text_loses_its_apostrophes_to_the_message_format() throws IOException {
        texts().forEach((key, text) -> assertThat(text.toString().replace("''", ""))
                .describedAs(key.toString())
                .satisfies(plain -> {
                    if (plain.contains("{")) {
                        assertThat(plain).doesNotContain("'");
                    }
                }));
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        for (var file : files(MESSAGES, ".properties")) {
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
